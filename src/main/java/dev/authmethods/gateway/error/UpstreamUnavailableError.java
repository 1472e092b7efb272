package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft could not be reached, failed, or did not answer in time. */
@ErrorInfo(category = ErrorCategory.UNAVAILABLE, retryable = true)
public record UpstreamUnavailableError(
  List<String> path,
  @Nullable Double retryAfterSeconds
) implements SharedError, UserLookupError {}
