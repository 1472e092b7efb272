package dev.authmethods.gateway.error;

import java.util.List;

/**
 * Entra does not let the gateway do this: its permissions, its credential or its registration are not in order. Only
 * the gateway's operators can repair that; their log names the reason.
 *
 * @param missingPermissions the permissions of Microsoft Graph of which the gateway needs one; empty when something else is wrong
 */
@ErrorInfo(category = ErrorCategory.CONFIGURATION)
public record GatewayConfigurationError(
  List<String> path,
  List<String> missingPermissions
) implements SharedError, UserLookupError {
  @Override
  public String messageKey() {
    return missingPermissions.isEmpty() ? code() : code() + ".PERMISSION";
  }

  @Override
  public List<Object> messageArguments() {
    return missingPermissions.isEmpty() ? List.of() : List.of(String.join(", ", missingPermissions));
  }
}
