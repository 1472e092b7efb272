package dev.authmethods.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request to the gateway: its caller, its deadline, the work that was done for it, and whether its client still
 * waits. Any thread may use it.
 */
public final class RequestContext {

  private final Caller caller;
  private final Instant deadline;
  private final AtomicBoolean wrote;
  private final UpstreamCost upstream;
  private final boolean attended;
  private final List<Future<?>> underWay = new ArrayList<>(0);
  private volatile boolean abandoned;

  /** A request that has just come in. */
  public RequestContext(Caller caller, Instant deadline) {
    this(caller, deadline, new AtomicBoolean(), new UpstreamCost(), true);
  }

  private RequestContext(
    Caller caller,
    Instant deadline,
    AtomicBoolean wrote,
    UpstreamCost upstream,
    boolean attended
  ) {
    this.caller = caller;
    this.deadline = deadline;
    this.wrote = wrote;
    this.upstream = upstream;
    this.attended = attended;
  }

  /**
   * The same request for work that has to be finished even if its client has gone away, such as finding out whether a
   * write was made: it cannot be abandoned. The deadline and the cost are the same.
   */
  public RequestContext unattended() {
    return attended ? new RequestContext(caller, deadline, wrote, upstream, false) : this;
  }

  /** The caller who makes the request. */
  public Caller caller() {
    return caller;
  }

  /** The moment after which nothing more is started for it. */
  public Instant deadline() {
    return deadline;
  }

  /** Whether something was written, or may have been. */
  public AtomicBoolean wrote() {
    return wrote;
  }

  /** The cost of the request upstream, so far. */
  public UpstreamCost upstream() {
    return upstream;
  }

  /** The time that is left until the deadline; negative when the deadline has passed. */
  public Duration remaining() {
    return Duration.between(Instant.now(), deadline);
  }

  /** Its client has gone away: what was begun with {@link #begin} is cancelled, and nothing more is started for it. */
  public void abandon() {
    if (attended) {
      begunUntilNow().forEach(work -> work.cancel(true));
    }
  }

  private synchronized List<Future<?>> begunUntilNow() {
    abandoned = true;
    return List.copyOf(underWay);
  }

  /** Whether its client has gone away. */
  public boolean isAbandoned() {
    return abandoned;
  }

  /**
   * Begins work that is not worth finishing for a client that has gone away; cancels it at once when the client has.
   */
  public void begin(Future<?> work) {
    if (!begun(work)) {
      work.cancel(true);
    }
  }

  private synchronized boolean begun(Future<?> work) {
    underWay.removeIf(Future::isDone);
    return !abandoned && (!attended || underWay.add(work));
  }
}
