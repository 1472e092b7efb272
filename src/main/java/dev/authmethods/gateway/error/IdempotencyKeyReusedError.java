package dev.authmethods.gateway.error;

import java.util.List;

/** The idempotency key came with another input before. */
@ErrorInfo(category = ErrorCategory.INVALID_INPUT)
public record IdempotencyKeyReusedError(List<String> path) implements SharedError {}
