package dev.authmethods.gateway.error;

import java.util.List;

/** There is no such user, or none that the caller may see. */
@ErrorInfo(category = ErrorCategory.NOT_FOUND)
public record UserNotFoundError(List<String> path) implements SharedError, UserLookupError {}
