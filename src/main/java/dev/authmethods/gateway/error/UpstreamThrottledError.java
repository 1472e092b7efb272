package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph asks for patience. */
public record UpstreamThrottledError(
  List<String> path,
  @Nullable Double retryAfterSeconds
) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "UPSTREAM_THROTTLED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.THROTTLED;
  }

  @Override
  public boolean retryable() {
    return true;
  }

  @Override
  public UpstreamThrottledError at(List<String> other) {
    return new UpstreamThrottledError(other, retryAfterSeconds);
  }
}
