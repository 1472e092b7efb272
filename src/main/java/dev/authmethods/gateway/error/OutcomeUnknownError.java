package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the change was made, or will yet be, could not be found out. */
public record OutcomeUnknownError(List<String> path, @Nullable Double retryAfterSeconds) implements WriteError {
  @Override
  public String code() {
    return "OUTCOME_UNKNOWN";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.UNAVAILABLE;
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public OutcomeUnknownError at(List<String> other) {
    return new OutcomeUnknownError(other, retryAfterSeconds);
  }
}
