package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph asks for patience. */
@ErrorInfo(category = ErrorCategory.THROTTLED, retryable = true)
public record UpstreamThrottledError(
  List<String> path,
  @Nullable Double retryAfterSeconds
) implements SharedError, UserLookupError {}
