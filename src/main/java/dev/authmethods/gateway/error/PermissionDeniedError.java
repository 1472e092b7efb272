package dev.authmethods.gateway.error;

import java.util.List;

/** Microsoft Graph refused the caller. */
public record PermissionDeniedError(
  List<String> path,
  List<String> requiredPermissions,
  List<String> acceptedRoles
) implements UpstreamError, UserLookupError {
  @Override
  public String code() {
    return "PERMISSION_DENIED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.FORBIDDEN;
  }

  @Override
  public PermissionDeniedError at(List<String> other) {
    return new PermissionDeniedError(other, requiredPermissions, acceptedRoles);
  }
}
