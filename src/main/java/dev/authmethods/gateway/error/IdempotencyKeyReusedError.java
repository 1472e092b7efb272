package dev.authmethods.gateway.error;

import java.util.List;

/** The idempotency key came with another input before. */
public record IdempotencyKeyReusedError(List<String> path) implements WriteError {
  @Override
  public String code() {
    return "IDEMPOTENCY_KEY_REUSED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.INVALID_INPUT;
  }

  @Override
  public IdempotencyKeyReusedError at(List<String> other) {
    return new IdempotencyKeyReusedError(other);
  }
}
