package dev.authmethods.gateway.error;

/** Why one user could not be read. */
public sealed interface UserLookupError
  extends ExpectedError
  permits
    UserNotFoundError,
    PermissionDeniedError,
    UpstreamThrottledError,
    UpstreamUnavailableError,
    UpstreamRefusedError,
    GatewayConfigurationError {}
