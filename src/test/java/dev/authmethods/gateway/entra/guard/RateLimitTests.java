package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTests {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NO_WAIT = Duration.ZERO;

  private final AtomicLong clock = new AtomicLong(7);
  private final RateLimit limit = new RateLimit(10, HOUR, clock::get);

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void isGivenAtOnceWhileItLasts() {
    assertThat(limit.take(4, 1, NO_WAIT)).isZero();
    assertThat(limit.take(6, 1, NO_WAIT)).isZero();
    assertThatThrownBy(() -> limit.take(1, 1, NO_WAIT)).isInstanceOf(EntraFailure.Throttled.class);
  }

  @Test
  void takesNothingFromWhomItRefuses() {
    assertThatThrownBy(() -> limit.take(11, 1, NO_WAIT)).isInstanceOf(EntraFailure.Throttled.class);
    assertThat(limit.take(10, 1, NO_WAIT)).isZero();
  }

  @Test
  void saysHowLongItTakes() {
    limit.take(10, 1, NO_WAIT);
    assertThatThrownBy(() -> limit.take(25, 1, Duration.ofHours(2)))
      .asInstanceOf(type(EntraFailure.Throttled.class))
      .extracting(EntraFailure.Throttled::retryAfter)
      .isEqualTo(HOUR.multipliedBy(3));
  }

  @Test
  void canBeWaitedFor() {
    limit.take(10, 1, NO_WAIT);
    pass(Duration.ofMinutes(10));
    assertThat(limit.take(5, 1, HOUR)).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void isNotPromisedTwice() {
    limit.take(10, 1, NO_WAIT);
    assertThat(limit.take(8, 1, HOUR)).isEqualTo(HOUR);
    assertThatThrownBy(() -> limit.take(3, 1, HOUR)).isInstanceOf(EntraFailure.Throttled.class);
    pass(HOUR);
    assertThat(limit.take(2, 1, NO_WAIT)).isZero();
    assertThatThrownBy(() -> limit.take(1, 1, NO_WAIT)).isInstanceOf(EntraFailure.Throttled.class);
  }

  @Test
  void isNotSavedUp() {
    pass(HOUR.multipliedBy(5));
    assertThat(limit.take(10, 1, NO_WAIT)).isZero();
    assertThatThrownBy(() -> limit.take(1, 1, NO_WAIT)).isInstanceOf(EntraFailure.Throttled.class);
  }

  @Test
  void isLessInEachPeriodAtALowerRate() {
    limit.take(10, 1, NO_WAIT);
    pass(HOUR);
    assertThat(limit.take(2, 0.2, NO_WAIT)).isZero();
    assertThat(limit.take(3, 0.2, HOUR.multipliedBy(2))).isEqualTo(HOUR.multipliedBy(2));
  }

  @Test
  void isNeverLessThanOne() {
    assertThat(new RateLimit(0.4, HOUR, clock::get).take(1, 0.1, NO_WAIT)).isZero();
  }
}
