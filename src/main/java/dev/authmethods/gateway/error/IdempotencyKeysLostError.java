package dev.authmethods.gateway.error;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The gateway has lost idempotency keys before their time, and this may be one of them.
 *
 * @param keysAcceptedFrom when a UUID of version 7 has to be made to be accepted
 */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record IdempotencyKeysLostError(List<String> path, OffsetDateTime keysAcceptedFrom) implements SharedError {}
