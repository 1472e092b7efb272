package dev.authmethods.gateway.error;

import java.util.List;

/** Nobody adds a phone to their own account, or changes one of it. */
@ErrorInfo(category = ErrorCategory.FORBIDDEN)
public record OwnAccountNotAllowedError(List<String> path) implements SharedError {}
