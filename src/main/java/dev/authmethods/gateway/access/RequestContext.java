package dev.authmethods.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request to the gateway: its caller, its deadline, the work that was done for it, and whether its client still
 * waits. Any thread may use it.
 */
public final class RequestContext {

  private final String id;
  private final Caller caller;
  private final Instant deadline;
  private final AtomicBoolean wrote;
  private final UpstreamCost upstream;
  private final Attendance attendance;
  private final @Nullable WriteIds writeIds;

  /** A request that has just come in, with a new id. */
  public RequestContext(Caller caller, Instant deadline) {
    this(RequestId.random(), caller, deadline);
  }

  /** A request that has just come in, with this id of {@link RequestId}. */
  public RequestContext(String id, Caller caller, Instant deadline) {
    this(id, caller, deadline, new AtomicBoolean(), new UpstreamCost(), new Attendance(true), null);
  }

  private RequestContext(
    String id,
    Caller caller,
    Instant deadline,
    AtomicBoolean wrote,
    UpstreamCost upstream,
    Attendance attendance,
    @Nullable WriteIds writeIds
  ) {
    this.id = id;
    this.caller = caller;
    this.deadline = deadline;
    this.wrote = wrote;
    this.upstream = upstream;
    this.attendance = attendance;
    this.writeIds = writeIds;
  }

  /**
   * The same request for work that has to be finished even if its client has gone away, such as finding out whether a
   * write was made: it cannot be abandoned. The deadline and the cost are the same.
   */
  public RequestContext unattended() {
    return attendance.counts
      ? new RequestContext(id, caller, deadline, wrote, upstream, new Attendance(false), writeIds)
      : this;
  }

  /** The same request for one write, whose ids are collected. */
  public RequestContext collecting(WriteIds ids) {
    return new RequestContext(id, caller, deadline, wrote, upstream, attendance, ids);
  }

  /** Its id, a GUID; see {@link RequestId}. */
  public String id() {
    return id;
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

  /** The ids of the write that is being made; null when nobody asks for them. */
  public @Nullable WriteIds writeIds() {
    return writeIds;
  }

  /** The time that is left until the deadline; negative when the deadline has passed. */
  public Duration remaining() {
    return Duration.between(Instant.now(), deadline);
  }

  /** Its client has gone away: what was begun with {@link #begin} is cancelled, and nothing more is started for it. */
  public void abandon() {
    if (attendance.counts) {
      attendance.begunUntilNow().forEach(work -> work.cancel(true));
    }
  }

  /** Whether its client has gone away. */
  public boolean isAbandoned() {
    return attendance.abandoned;
  }

  /**
   * Begins work that is not worth finishing for a client that has gone away; cancels it at once when the client has.
   */
  public void begin(Future<?> work) {
    if (!attendance.begun(work)) {
      work.cancel(true);
    }
  }

  /** Whether the client still waits, and the work that ends with its waiting. */
  private static final class Attendance {

    /** Whether it matters that the client goes away. */
    private final boolean counts;
    private final List<Future<?>> underWay = new ArrayList<>(0);
    private volatile boolean abandoned;

    Attendance(boolean counts) {
      this.counts = counts;
    }

    synchronized List<Future<?>> begunUntilNow() {
      abandoned = true;
      return List.copyOf(underWay);
    }

    synchronized boolean begun(Future<?> work) {
      underWay.removeIf(Future::isDone);
      return !abandoned && (!counts || underWay.add(work));
    }
  }
}
