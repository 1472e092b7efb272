package dev.authmethods.gateway.entra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.entra.BreakerSettings;
import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BreakerTests {

  private static final Duration A_MOMENT = Duration.ofMillis(200);

  private final Breaker breaker = breaker(true, Duration.ofMinutes(1));

  private static Breaker breaker(boolean enabled, Duration openTime) {
    return new Breaker("host", new BreakerSettings(enabled, 0.8, Duration.ofSeconds(10), 20, openTime));
  }

  private static void calls(Breaker breaker, int count, Breaker.Verdict verdict) {
    for (int call = 0; call < count; call++) {
      breaker.begin(false);
      breaker.end(verdict, 1_000);
    }
  }

  private static void refuses(Breaker breaker, boolean changesSomething, Duration atMost) {
    assertThatThrownBy(() -> breaker.begin(changesSomething)).isInstanceOfSatisfying(
      EntraFailure.Unavailable.class,
      failure -> {
        assertThat(failure.unclear()).isFalse();
        assertThat(failure.retryAfter()).isPositive().isLessThanOrEqualTo(atMost);
      }
    );
  }

  private static Breaker onTrial() {
    var breaker = breaker(true, A_MOMENT);
    calls(breaker, 20, Breaker.Verdict.FAILS);
    await().until(breaker::isOnTrial);
    breaker.check();
    return breaker;
  }

  @Nested
  class CallsPass {

    @Test
    void whileTooFewWereMadeToJudge() {
      calls(breaker, 19, Breaker.Verdict.FAILS);
      breaker.begin(true);
      assertThat(breaker.level()).isZero();
    }

    @Test
    void whileEnoughOfThemWork() {
      calls(breaker, 5, Breaker.Verdict.WORKS);
      calls(breaker, 19, Breaker.Verdict.FAILS);
      breaker.begin(true);
    }

    @Test
    void aCallThatSaysNothingIsNotCounted() {
      calls(breaker, 100, Breaker.Verdict.NOTHING);
      breaker.begin(true);
    }

    @Test
    void alwaysWhereItIsSwitchedOff() {
      var off = breaker(false, Duration.ofMinutes(1));
      calls(off, 100, Breaker.Verdict.FAILS);
      off.check();
      off.begin(true);
      assertThat(off.level()).isZero();
    }
  }

  @Test
  void aHostThatFailsIsLeftAlone() {
    calls(breaker, 4, Breaker.Verdict.WORKS);
    calls(breaker, 16, Breaker.Verdict.FAILS);
    assertThat(breaker.level()).isEqualTo(2);
    assertThatThrownBy(breaker::check).isInstanceOf(EntraFailure.Unavailable.class);
    refuses(breaker, false, Duration.ofMinutes(1));
    refuses(breaker, true, Duration.ofMinutes(1));
  }

  @Nested
  class OnTrial {

    private final Breaker trial = onTrial();

    @Test
    void nothingIsChanged() {
      refuses(trial, true, Duration.ofSeconds(1));
      trial.begin(false);
      refuses(trial, true, Duration.ofSeconds(1));
      assertThat(trial.level()).isEqualTo(1);
    }

    @Test
    void noMoreThanThreeAreSent() {
      for (int probe = 0; probe < Breaker.PROBES; probe++) {
        trial.begin(false);
      }
      refuses(trial, false, Duration.ofSeconds(1));
    }

    @Test
    void aCallThatWasNotTriedMakesRoomForAnother() {
      calls(trial, 10, Breaker.Verdict.NOTHING);
      assertThat(trial.isOnTrial()).isTrue();
    }

    @Test
    void threeThatWorkLetAllPass() {
      calls(trial, Breaker.PROBES, Breaker.Verdict.WORKS);
      trial.begin(true);
      assertThat(trial.level()).isZero();
    }

    @Test
    void threeThatFailLeaveItAloneAgain() {
      calls(trial, Breaker.PROBES, Breaker.Verdict.FAILS);
      assertThat(trial.level()).isEqualTo(2);
    }
  }
}
