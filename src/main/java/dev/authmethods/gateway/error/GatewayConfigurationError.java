package dev.authmethods.gateway.error;

import java.util.List;

/**
 * Entra does not let the gateway itself do this: its permissions, its credential or its registration are not in order. Only the
 * gateway's operators can mend that; their log names the reason.
 */
public record GatewayConfigurationError(List<String> path) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "GATEWAY_CONFIGURATION";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFIGURATION;
  }

  @Override
  public GatewayConfigurationError at(List<String> other) {
    return new GatewayConfigurationError(other);
  }
}
