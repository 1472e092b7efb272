package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A number of units in a period. Units that are promised to one call are not promised to another. */
final class RateLimit {

  private final int limit;
  private final long period;
  private final LongSupplier nanos;
  private final long start;
  private long periods;
  /** Below zero, it was promised of the periods to come. */
  private long free;

  RateLimit(double limit, Duration period, LongSupplier nanos) {
    this.limit = Math.max(1, (int) limit);
    this.period = period.toNanos();
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.free = this.limit;
  }

  /**
   * How long to wait for what is herewith taken; {@link EntraFailure.Throttled} and nothing is taken, when it is too long.
   *
   * @param rate the part of the limit that each period gives
   */
  synchronized Duration take(int amount, double rate, Duration patience) {
    int each = Math.max(1, (int) (limit * rate));
    long passed = nanos.getAsLong() - start;
    renew(passed / period, each);
    long lacking = Math.max(0, amount - free);
    var wait = Duration.ofNanos(lacking == 0 ? 0 : (periods + Math.ceilDiv(lacking, each)) * period - passed);
    if (wait.isPositive() && wait.compareTo(patience) > 0) {
      throw EntraFailure.Throttled.beforeSending(wait);
    }
    free -= amount;
    return wait;
  }

  /** A period does not add the rest of its units to the next one. */
  private void renew(long passed, int each) {
    if (passed > periods) {
      free = Math.min(each, free + (passed - periods) * each);
      periods = passed;
    }
  }
}
