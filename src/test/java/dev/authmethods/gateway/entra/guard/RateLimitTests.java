package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTests {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration NO_WAIT = Duration.ZERO;

  private final RateLimit limit = new RateLimit("test", 10, HOUR);

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
    assertThat(limit.take(5, 1, HOUR))
      .isPositive()
      .isLessThanOrEqualTo(HOUR);
  }

  @Test
  void isNeverLessThanOne() {
    assertThat(new RateLimit("test", 0.4, HOUR).take(1, 0.1, NO_WAIT)).isZero();
  }
}
