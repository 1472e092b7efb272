package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the change was made, or will yet be, could not be found out. */
@ErrorInfo(category = ErrorCategory.UNAVAILABLE, retryable = true)
public record OutcomeUnknownError(List<String> path, @Nullable Double retryAfterSeconds) implements SharedError {}
