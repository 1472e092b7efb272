package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends a read again when it was throttled or went unanswered: a few times, with {@link RetryPolicy}, and only when the wait ends
 * before the request's deadline.
 */
public final class ReadRetry {

  private final Retry retry;

  public ReadRetry(int attempts) {
    this.retry = Retry.of(
      "reads",
      RetryConfig.<Object>custom()
        .maxAttempts(attempts)
        .intervalBiFunction((attempt, outcome) -> RetryPolicy.delay(attempt, failures(outcome)).toMillis())
        .retryOnException(thrown -> thrown instanceof Unanswered unanswered && unanswered.mayPass())
        .retryOnResult(result -> result instanceof BatchRetry<?, ?> batch && !batch.isOver())
        .build()
    );
  }

  /** Reads one thing. */
  public <T> T run(RequestContext call, Supplier<T> read) {
    try {
      return retry.executeSupplier(() -> withDeadline(call, read));
    } catch (Unanswered e) {
      throw e.failure;
    }
  }

  /** Reads many things, as often as one. */
  public <K, T> BatchRetry<K, T> run(BatchRetry<K, T> batch) {
    return retry.executeSupplier(batch::next);
  }

  private static <T> T withDeadline(RequestContext call, Supplier<T> read) {
    try {
      return read.get();
    } catch (EntraFailure.Throttled | EntraFailure.Unavailable e) {
      throw new Unanswered(call, e);
    }
  }

  private static List<EntraFailure> failures(Either<Throwable, Object> outcome) {
    return outcome.fold(
      thrown -> thrown instanceof Unanswered unanswered ? List.of(unanswered.failure) : List.of(),
      result -> result instanceof BatchRetry<?, ?> batch ? batch.failures() : List.of()
    );
  }

  /** A failure that may pass, with the request that it happened to. */
  private static final class Unanswered extends RuntimeException {

    private final transient RequestContext call;
    private final EntraFailure failure;

    Unanswered(RequestContext call, EntraFailure failure) {
      super(null, null, false, false);
      this.call = call;
      this.failure = failure;
    }

    boolean mayPass() {
      return RetryPolicy.allows(call, failure);
    }
  }
}
