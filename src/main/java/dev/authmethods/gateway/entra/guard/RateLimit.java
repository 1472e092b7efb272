package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;

/** So much in so long a time. What was promised to one is not promised to another. */
final class RateLimit {

  private final int limit;
  private final Duration period;
  private final RateLimiter limiter;

  RateLimit(String name, double limit, Duration period) {
    this.limit = Math.max(1, (int) limit);
    this.period = period;
    this.limiter = RateLimiter.of(
      name,
      RateLimiterConfig.custom().limitForPeriod(this.limit).limitRefreshPeriod(period).build()
    );
  }

  /** How long to wait for what is herewith taken; {@link EntraFailure.Throttled} and nothing is taken, when it is too long. */
  synchronized Duration take(int amount, double rate, Duration patience) {
    if (limiter.getRateLimiterConfig().getLimitForPeriod() != limited(rate)) {
      limiter.changeLimitForPeriod(limited(rate));
    }
    limiter.changeTimeoutDuration(patience.isNegative() ? Duration.ZERO : patience);
    long nanos = limiter.reservePermission(amount);
    if (nanos < 0) {
      throw EntraFailure.Throttled.beforeSending(wait(amount, rate));
    }
    return Duration.ofNanos(nanos);
  }

  /** In whole periods: when the next one begins is not told. */
  private Duration wait(int amount, double rate) {
    int lacking = amount - limiter.getMetrics().getAvailablePermissions();
    return period.multipliedBy(Math.max(1, Math.ceilDiv(lacking, limited(rate))));
  }

  private int limited(double rate) {
    return Math.max(1, (int) (limit * rate));
  }
}
