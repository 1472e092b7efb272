package dev.authmethods.gateway.error;

/**
 * The errors that every mutation can answer. A union has those of them that its operation does not exclude:
 * {@link OwnAccountNotAllowedError} where callers can do it to themselves, {@link CloudNotSupportedError} where every national
 * cloud offers it.
 */
public sealed interface SharedError
  extends ExpectedError
  permits
    InvalidInputError,
    OwnAccountNotAllowedError,
    CloudNotSupportedError,
    UserNotFoundError,
    UserNotReadyError,
    PermissionDeniedError,
    UpstreamThrottledError,
    UpstreamUnavailableError,
    UpstreamRefusedError,
    GatewayConfigurationError,
    OutcomeUnknownError,
    IdempotencyKeyReusedError,
    IdempotencyKeyInFlightError,
    IdempotencyKeysLostError {}
