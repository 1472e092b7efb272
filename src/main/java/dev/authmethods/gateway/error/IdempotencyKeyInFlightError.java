package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same mutation with the same idempotency key is being carried out at this moment. */
@ErrorInfo(category = ErrorCategory.CONFLICT, retryable = true)
public record IdempotencyKeyInFlightError(
  List<String> path,
  @Nullable Double retryAfterSeconds
) implements SharedError {}
