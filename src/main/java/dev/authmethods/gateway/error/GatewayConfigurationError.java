package dev.authmethods.gateway.error;

import java.util.List;

/**
 * Entra does not let the gateway itself do this: its permissions, its credential or its registration are not in order. Only the
 * gateway's operators can mend that; their log names the reason.
 *
 * @param missingPermissions the permissions of Microsoft Graph of which the gateway needs one; empty when something else is wrong
 */
public record GatewayConfigurationError(
  List<String> path,
  List<String> missingPermissions
) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "GATEWAY_CONFIGURATION";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFIGURATION;
  }

  @Override
  public String messageKey() {
    return missingPermissions.isEmpty() ? code() : code() + ".PERMISSION";
  }

  @Override
  public List<Object> messageArguments() {
    return missingPermissions.isEmpty() ? List.of() : List.of(String.join(", ", missingPermissions));
  }

  @Override
  public GatewayConfigurationError at(List<String> other) {
    return new GatewayConfigurationError(other, missingPermissions);
  }
}
