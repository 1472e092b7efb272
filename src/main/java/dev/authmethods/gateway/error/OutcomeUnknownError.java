package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway could not find out whether the change was made, or will still be made. */
@ErrorInfo(category = ErrorCategory.UNAVAILABLE, retryable = true)
public record OutcomeUnknownError(List<String> path, @Nullable Double retryAfterSeconds) implements SharedError {}
