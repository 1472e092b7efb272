package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph shows the user, and did not find the user or the phone for the change. */
public record UserNotReadyError(List<String> path, @Nullable Double retryAfterSeconds) implements UpstreamError {
  /** A few seconds, in which what is new has mostly come to be known everywhere. */
  private static final double FEW_SECONDS = 5;

  /** With the wait that is mostly enough. */
  public UserNotReadyError(List<String> path) {
    this(path, FEW_SECONDS);
  }

  @Override
  public String code() {
    return "USER_NOT_READY";
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
  public UserNotReadyError at(List<String> other) {
    return new UserNotReadyError(other, retryAfterSeconds);
  }
}
