package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottlePressureTests {

  private final AtomicLong clock = new AtomicLong();
  private final ThrottlePressure pressure = new ThrottlePressure(clock::get);

  @ParameterizedTest
  @CsvSource({ "0.8, 1.0, 0", "1.0, 0.8, 100", "1.3, 0.5, 250", "1.8, 0.1, 500", "9, 0.1, 500" })
  void slowsDownTheMoreTheNearerTheLimitIs(String reported, double rate, long hold) {
    pressure.report(reported);
    assertThat(pressure.rate()).isEqualTo(rate, within(0.001));
    assertThat(pressure.hold()).isCloseTo(Duration.ofMillis(hold), Duration.ofMillis(1));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = { "", "much", "-1", "NaN", "0.5" })
  void takesNoOtherValueForAReport(@Nullable String reported) {
    pressure.report(reported);
    assertThat(pressure.rate()).isEqualTo(1);
    assertThat(pressure.hold()).isZero();
  }

  @Test
  void isOverWhenNothingIsReportedAnyMore() {
    pressure.report("1.8");
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(pressure.hold()).isPositive();
    clock.addAndGet(1);
    assertThat(pressure.hold()).isZero();
    assertThat(pressure.rate()).isEqualTo(1);
  }
}
