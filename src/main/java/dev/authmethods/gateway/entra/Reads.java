package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.MaxRetriesExceededException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Sends a read again when it was throttled or went unanswered: a few times, after as long as Microsoft asks for, otherwise
 * after a growing and jittered wait, and only when the wait ends before the request's deadline.
 */
final class Reads {

  private static final Duration FIRST_WAIT = Duration.ofMillis(200);
  private static final IntervalFunction BACKOFF = IntervalFunction.ofExponentialRandomBackoff(FIRST_WAIT, 2.0, 0.5);

  private final Retry retry;

  Reads(int attempts) {
    this.retry = Retry.of(
      "reads",
      RetryConfig.<Object>custom()
        .maxAttempts(attempts)
        .intervalBiFunction((attempt, outcome) -> wait(attempt, outcome.getLeft()).toMillis())
        .retryOnException(Reads::worthIt)
        .build()
    );
  }

  <T> T run(Call call, Supplier<T> read) {
    try {
      return retry.executeSupplier(() -> withDeadline(call, read));
    } catch (Unanswered e) {
      throw e.failure;
    } catch (MaxRetriesExceededException e) {
      throw new EntraFailure.Unavailable(false, null);
    }
  }

  private static <T> T withDeadline(Call call, Supplier<T> read) {
    try {
      return read.get();
    } catch (EntraFailure.Throttled | EntraFailure.Unavailable e) {
      throw new Unanswered(call, e);
    }
  }

  private static boolean worthIt(Throwable thrown) {
    return thrown instanceof Unanswered unanswered && unanswered.patience().compareTo(unanswered.call.remaining()) < 0;
  }

  private static Duration wait(int attempt, Throwable thrown) {
    var asked = thrown instanceof Unanswered unanswered ? unanswered.failure.retryAfter() : null;
    return Objects.requireNonNullElseGet(asked, () -> Duration.ofMillis(BACKOFF.apply(attempt)));
  }

  /** A failure that may pass, with the request that it happened to. */
  private static final class Unanswered extends RuntimeException {

    private final transient Call call;
    private final EntraFailure failure;

    Unanswered(Call call, EntraFailure failure) {
      super(null, null, false, false);
      this.call = call;
      this.failure = failure;
    }

    Duration patience() {
      return Objects.requireNonNullElse(failure.retryAfter(), FIRST_WAIT);
    }
  }
}
