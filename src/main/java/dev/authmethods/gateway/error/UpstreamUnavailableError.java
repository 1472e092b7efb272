package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft could not be reached, failed, or did not answer in time. */
public record UpstreamUnavailableError(
  List<String> path,
  @Nullable Double retryAfterSeconds
) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "UPSTREAM_UNAVAILABLE";
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
  public UpstreamUnavailableError at(List<String> other) {
    return new UpstreamUnavailableError(other, retryAfterSeconds);
  }
}
