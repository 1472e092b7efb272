package dev.authmethods.gateway.error;

import dev.authmethods.gateway.entra.EntraFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller lacks a permission or a role, or the role does not cover this user. Names only what would help this caller.
 *
 * @param requiredPermissions permissions of Microsoft Graph one of which the gateway's registration may lack
 * @param acceptedRoles       roles of which the caller needs one; empty when no role of the whole tenant would help
 * @param isTargetProtected   true when an Authentication Administrator does not reach the user; null when that is not known
 * @param messageKey          which of the texts fits
 */
@ErrorInfo(category = ErrorCategory.FORBIDDEN)
public record PermissionDeniedError(
  List<String> path,
  List<String> requiredPermissions,
  List<String> acceptedRoles,
  @Nullable Boolean isTargetProtected,
  String messageKey
) implements SharedError, UserLookupError {
  private static final String CODE = "PERMISSION_DENIED";

  /** An error for permissions or roles that the caller lacks for every user. */
  public static PermissionDeniedError lacking(List<String> path, List<String> permissions, List<String> roles) {
    var key = roles.isEmpty() ? "" : ".ROLE";
    var other = permissions.isEmpty() ? "" : ".PERMISSION";
    return new PermissionDeniedError(path, permissions, roles, null, CODE + key + other);
  }

  /** The caller's role does not reach this user, and another would. */
  public static PermissionDeniedError protectedFromRole(List<String> path, List<String> roles) {
    return new PermissionDeniedError(path, List.of(), roles, true, CODE + ".PROTECTED");
  }

  /** No application reaches this user. */
  public static PermissionDeniedError protectedFromApplications(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), true, CODE + ".PROTECTED_FROM_APPLICATIONS");
  }

  /** No role for the whole tenant reaches this user. */
  public static PermissionDeniedError restricted(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), true, CODE + ".RESTRICTED");
  }

  /** The caller has everything that is known to be needed, but Microsoft Graph refuses the caller. */
  public static PermissionDeniedError notCovered(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), null, CODE + ".NOT_COVERED");
  }

  /** Microsoft Graph did not let the caller read a user, which takes no role. */
  public static PermissionDeniedError ofRead(List<String> path, EntraFailure.Refused refused) {
    return lacking(path, refused.missingPermissions(), List.of());
  }

  @Override
  public List<Object> messageArguments() {
    return acceptedRoles.isEmpty() && requiredPermissions.isEmpty()
      ? List.of()
      : List.of(String.join(", ", acceptedRoles), String.join(", ", requiredPermissions));
  }
}
