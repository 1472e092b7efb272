package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;

/** How long to wait before a read is sent again: as long as Microsoft asks for, otherwise a growing and jittered while. */
final class RetryPolicy {

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final IntervalFunction BACKOFF = IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2.0, 0.5);

  private RetryPolicy() {}

  /** Whether the failure may pass, and the wait for that ends before the deadline. */
  static boolean allows(RequestContext call, EntraFailure failure) {
    return !call.isAbandoned() && mayPass(call, failure);
  }

  private static boolean mayPass(RequestContext call, EntraFailure failure) {
    return switch (failure) {
      case EntraFailure.Unavailable held when held.origin() == EntraFailure.Unavailable.Origin.GATEWAY -> false;
      case EntraFailure.Throttled _, EntraFailure.Unavailable _ -> Objects.requireNonNullElse(
        failure.retryAfter(),
        FIRST_WAIT
      ).compareTo(call.remaining()) < 0;
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> false;
    };
  }

  /** The wait that is long enough for all of the failures. */
  static Duration delay(int attempt, Collection<EntraFailure> failures) {
    var backoff = Duration.ofMillis(BACKOFF.apply(attempt));
    return failures
      .stream()
      .map(failure -> Objects.requireNonNullElse(failure.retryAfter(), backoff))
      .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }
}
