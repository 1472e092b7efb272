package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.BreakerSettings;
import dev.authmethods.gateway.entra.EntraFailure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a host alone that fails. After a while the host is on trial: a few calls that change nothing show whether it
 * works again. A call that the breaker holds back was definitely not sent.
 */
public final class Breaker {

  /** How many calls a trial takes. */
  public static final int PROBES = 3;

  private static final Duration TRIAL = Duration.ofSeconds(1);

  private final CircuitBreaker breaker;
  private final Duration openTime;
  private volatile long openedAt;

  public Breaker(String host, BreakerSettings settings) {
    this.openTime = settings.openTime();
    this.breaker = CircuitBreaker.of(host, config(settings));
    breaker.getEventPublisher().onStateTransition(transition -> {
      if (transition.getStateTransition().getToState() == State.OPEN) {
        openedAt = System.nanoTime();
      }
    });
    if (!settings.enabled()) {
      breaker.transitionToDisabledState();
    }
  }

  private static CircuitBreakerConfig config(BreakerSettings settings) {
    return CircuitBreakerConfig.custom()
      .slidingWindow(
        Math.toIntExact(settings.window().toSeconds()),
        settings.minimumCalls(),
        SlidingWindowType.TIME_BASED,
        SlidingWindowSynchronizationStrategy.LOCK_FREE
      )
      .failureRateThreshold((float) (100 * settings.failureRate()))
      .waitDurationInOpenState(settings.openTime())
      .permittedNumberOfCallsInHalfOpenState(PROBES)
      .build();
  }

  /** The verdict of a call on the host. */
  public enum Verdict {
    WORKS,
    FAILS,
    NOTHING,
  }

  /** {@link EntraFailure.Unavailable} while the host is left alone. */
  public void check() {
    if (breaker.getState() == State.OPEN && rest().isPositive()) {
      throw refused();
    }
  }

  /** Whether it takes calls that change nothing to let all others pass again. */
  public boolean isOnTrial() {
    var state = breaker.getState();
    return state == State.HALF_OPEN || (state == State.OPEN && !rest().isPositive());
  }

  /** Begins a call, which has to {@linkplain #end end}; {@link EntraFailure.Unavailable} when it may not be sent now. */
  public void begin(boolean changesSomething) {
    if ((changesSomething && isOnTrial()) || !breaker.tryAcquirePermission()) {
      throw refused();
    }
  }

  /** Records the end of a call that took so many nanoseconds. */
  public void end(Verdict verdict, long nanos) {
    switch (verdict) {
      case WORKS -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      // Nobody looks at what it was.
      case FAILS -> breaker.onError(nanos, TimeUnit.NANOSECONDS, refused());
      case NOTHING -> breaker.releasePermission();
    }
  }

  /** 0 when calls pass, 1 when the host is on trial, 2 when it is left alone. */
  public int level() {
    return switch (breaker.getState()) {
      case CLOSED, DISABLED, METRICS_ONLY -> 0;
      case HALF_OPEN -> 1;
      case OPEN, FORCED_OPEN -> isOnTrial() ? 1 : 2;
    };
  }

  private EntraFailure refused() {
    var rest = rest();
    return EntraFailure.Unavailable.heldBack(rest.isPositive() ? rest : TRIAL);
  }

  private Duration rest() {
    return openTime.minusNanos(System.nanoTime() - openedAt);
  }
}
