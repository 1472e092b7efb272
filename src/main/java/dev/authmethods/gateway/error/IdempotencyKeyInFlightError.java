package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same mutation with the same idempotency key is being carried out at this moment. */
public record IdempotencyKeyInFlightError(List<String> path, @Nullable Double retryAfterSeconds) implements WriteError {
  @Override
  public String code() {
    return "IDEMPOTENCY_KEY_IN_FLIGHT";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public IdempotencyKeyInFlightError at(List<String> other) {
    return new IdempotencyKeyInFlightError(other, retryAfterSeconds);
  }
}
