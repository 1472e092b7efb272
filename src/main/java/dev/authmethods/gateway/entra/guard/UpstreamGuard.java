package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraSettings;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The guard that every call to Microsoft Graph passes: the breaker, the quota, a free slot, the deadline, and the
 * metrics.
 */
public final class UpstreamGuard {

  private final Breaker breaker;
  private final Quota quota;
  private final Bulkhead reads;
  private final Bulkhead writes;
  private final TimeBudget budget;
  private final UpstreamMetrics metrics;
  private final Consumer<HostFault> faults;

  /** Tells {@code faults} how Microsoft Graph fails. */
  public UpstreamGuard(
    Breaker breaker,
    Quota quota,
    EntraSettings settings,
    UpstreamMetrics metrics,
    Consumer<HostFault> faults
  ) {
    this.breaker = breaker;
    this.quota = quota;
    this.reads = new Bulkhead(settings.maxConcurrentReads());
    this.writes = new Bulkhead(settings.maxConcurrentWrites());
    this.budget = TimeBudget.of(settings);
    this.metrics = metrics;
    this.faults = faults;
  }

  /** Whether it takes reads to let writes pass again. */
  public boolean isOnTrial() {
    return breaker.isOnTrial();
  }

  /**
   * Sends once it may be sent, and says how long that may take. {@link EntraFailure.Throttled} or
   * {@link EntraFailure.Unavailable} and nothing is sent, when it may not be or that is too late.
   */
  public <T> T send(RequestContext call, CallCost cost, Function<Duration, T> sending) {
    breaker.check();
    quota.await(cost, budget.patience(call, cost));
    var bulkhead = cost.isWrite() ? writes : reads;
    bulkhead.acquire(budget.patience(call, cost));
    try {
      return inTime(call, cost, sending);
    } finally {
      bulkhead.release();
    }
  }

  private <T> T inTime(RequestContext call, CallCost cost, Function<Duration, T> sending) {
    var allowed = budget.of(call, cost);
    breaker.begin(cost.isWrite());
    return booked(call, cost, allowed, sending);
  }

  private <T> T booked(RequestContext call, CallCost cost, Duration allowed, Function<Duration, T> sending) {
    long start = System.nanoTime();
    EntraFailure failed = null;
    begin(call, cost);
    try {
      return sending.apply(allowed);
    } catch (EntraFailure failure) {
      failed = failure;
      throw failure;
    } finally {
      long nanos = System.nanoTime() - start;
      end(call, cost, nanos, failed);
      breaker.end(verdict(call, cost, allowed, nanos, failed), nanos);
    }
  }

  /** A call with little time, or one that was cancelled, says nothing of the host. */
  private Breaker.Verdict verdict(
    RequestContext call,
    CallCost cost,
    Duration allowed,
    long nanos,
    @Nullable EntraFailure failed
  ) {
    if (!(failed instanceof EntraFailure.Unavailable down)) {
      return Breaker.Verdict.WORKS;
    }
    if (down.origin() == EntraFailure.Unavailable.Origin.TOKEN) {
      faults.accept(HostFault.TOKEN_NOT_ACCEPTED);
    }
    if (down.origin() != EntraFailure.Unavailable.Origin.HOST) {
      return Breaker.Verdict.WORKS;
    }
    var cancelled = call.isAbandoned() && !cost.isWrite();
    var unfair = nanos >= allowed.toNanos() && !budget.isFair(allowed);
    if (cancelled || unfair) {
      return Breaker.Verdict.NOTHING;
    }
    faults.accept(down.fault());
    return Breaker.Verdict.FAILS;
  }

  private void begin(RequestContext call, CallCost cost) {
    metrics.began(cost);
    if (cost.use() == CallCost.Use.BATCH) {
      call.upstream().beginBatch(cost.items());
    } else {
      call.upstream().begin();
    }
  }

  private void end(RequestContext call, CallCost cost, long nanos, @Nullable EntraFailure failed) {
    call.upstream().end();
    metrics.ended(cost, nanos, failed);
  }
}
