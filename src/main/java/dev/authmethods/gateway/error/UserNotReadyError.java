package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph shows the user, and did not find the user or the phone for the change. */
@ErrorInfo(category = ErrorCategory.CONFLICT, retryable = true)
public record UserNotReadyError(List<String> path, @Nullable Double retryAfterSeconds) implements SharedError {
  /** A few seconds; after these Microsoft mostly knows a new user everywhere. */
  private static final double FEW_SECONDS = 5;

  /** With the wait that is mostly enough. */
  public UserNotReadyError(List<String> path) {
    this(path, FEW_SECONDS);
  }
}
