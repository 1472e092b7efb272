package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.RequestContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every call to Microsoft Graph goes through: the breaker, the quota, a free slot, the deadline, and the books. */
final class Passage {

  private final Breaker breaker;
  private final Quota quota;
  private final Slots reads;
  private final Slots writes;
  private final Allowance allowance;
  private final UpstreamMetrics metrics;
  private final Consumer<HostFault> faults;

  /** Tells {@code faults} how Microsoft Graph fails. */
  Passage(Breaker breaker, Quota quota, EntraSettings settings, UpstreamMetrics metrics, Consumer<HostFault> faults) {
    this.breaker = breaker;
    this.quota = quota;
    this.reads = new Slots(settings.maxConcurrentReads());
    this.writes = new Slots(settings.maxConcurrentWrites());
    this.allowance = Allowance.of(settings);
    this.metrics = metrics;
    this.faults = faults;
  }

  /** Whether it takes reads to let writes pass again. */
  boolean isOnTrial() {
    return breaker.isOnTrial();
  }

  /**
   * Sends once it may be sent, and says how long that may take. {@link EntraFailure.Throttled} or
   * {@link EntraFailure.Unavailable} and nothing is sent, when it may not be or that is too late.
   */
  <T> T send(RequestContext call, Charge charge, Function<Duration, T> sending) {
    breaker.check();
    quota.await(charge, allowance.patience(call, charge));
    var slots = charge.isWrite() ? writes : reads;
    slots.take(allowance.patience(call, charge));
    try {
      return inTime(call, charge, sending);
    } finally {
      slots.giveBack();
    }
  }

  private <T> T inTime(RequestContext call, Charge charge, Function<Duration, T> sending) {
    var allowed = allowance.of(call, charge);
    breaker.begin(charge.isWrite());
    return booked(call, charge, allowed, sending);
  }

  private <T> T booked(RequestContext call, Charge charge, Duration allowed, Function<Duration, T> sending) {
    long start = System.nanoTime();
    EntraFailure failed = null;
    begin(call, charge);
    try {
      return sending.apply(allowed);
    } catch (EntraFailure failure) {
      failed = failure;
      throw failure;
    } finally {
      long nanos = System.nanoTime() - start;
      end(call, charge, nanos, failed);
      breaker.end(verdict(call, charge, allowed, nanos, failed), nanos);
    }
  }

  /** Who gives little time, or goes away, learns nothing of the host. */
  private Breaker.Verdict verdict(
    RequestContext call,
    Charge charge,
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
    var cancelled = call.isAbandoned() && !charge.isWrite();
    var unfair = nanos >= allowed.toNanos() && !allowance.isFair(allowed);
    if (cancelled || unfair) {
      return Breaker.Verdict.NOTHING;
    }
    faults.accept(down.fault());
    return Breaker.Verdict.FAILS;
  }

  private void begin(RequestContext call, Charge charge) {
    metrics.began(charge);
    if (charge.use() == Charge.Use.BATCH) {
      call.upstream().beginBatch(charge.items());
    } else {
      call.upstream().begin();
    }
  }

  private void end(RequestContext call, Charge charge, long nanos, @Nullable EntraFailure failed) {
    call.upstream().end();
    metrics.ended(charge, nanos, failed);
  }
}
