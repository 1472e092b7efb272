package dev.authmethods.gateway.error;

import dev.authmethods.gateway.entra.EntraFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caller lacks a permission or a role, or the role does not cover this user. Names only what would help this caller.
 *
 * @param requiredPermissions permissions of Microsoft Graph one of which the gateway's registration may lack
 * @param acceptedRoles       roles of which the caller needs one; empty when no role of the whole tenant would help
 * @param isTargetProtected   true when the user is protected from an Authentication Administrator; null when that is not known
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
  private static final String PROTECTED = CODE + ".PROTECTED";
  private static final String PROTECTED_FROM_APPLICATIONS = CODE + ".PROTECTED_FROM_APPLICATIONS";
  private static final String PROTECTED_GROUP = CODE + ".PROTECTED_GROUP";
  private static final String RESTRICTED = CODE + ".RESTRICTED";

  /** An error for permissions or roles that the caller lacks for every user. */
  public static PermissionDeniedError lacking(List<String> path, List<String> permissions, List<String> roles) {
    var key = roles.isEmpty() ? "" : ".ROLE";
    var other = permissions.isEmpty() ? "" : ".PERMISSION";
    return new PermissionDeniedError(path, permissions, roles, null, CODE + key + other);
  }

  /** The caller's role does not reach this user, and another would. */
  public static PermissionDeniedError protectedFromRole(List<String> path, List<String> roles) {
    return new PermissionDeniedError(path, List.of(), roles, true, PROTECTED);
  }

  /** No application reaches this user. */
  public static PermissionDeniedError protectedFromApplications(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), true, PROTECTED_FROM_APPLICATIONS);
  }

  /** The gateway's operators let only callers with these roles change this user; nobody when there are none. */
  public static PermissionDeniedError protectedByGroup(List<String> path, List<String> roles) {
    var key = PROTECTED_GROUP + (roles.isEmpty() ? "" : ".ROLE");
    return new PermissionDeniedError(path, List.of(), roles, true, key);
  }

  /** No role for the whole tenant reaches this user. */
  public static PermissionDeniedError restricted(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), true, RESTRICTED);
  }

  /** The caller has everything that is known to be needed, but Microsoft Graph refuses the caller. */
  public static PermissionDeniedError notCovered(List<String> path) {
    return new PermissionDeniedError(path, List.of(), List.of(), null, CODE + ".NOT_COVERED");
  }

  /** Microsoft Graph did not let the caller read a user, which takes no role. */
  public static PermissionDeniedError ofRead(List<String> path, EntraFailure.Refused refused) {
    return lacking(path, refused.missingPermissions(), List.of());
  }

  /** The rule of the gateway that protects the user, such as {@code protected_group}; empty when another thing is missing. */
  public static Optional<String> protectionOf(PermissionDeniedError error) {
    return Stream.of(PROTECTED_GROUP, RESTRICTED, PROTECTED_FROM_APPLICATIONS, PROTECTED)
      .filter(error.messageKey::startsWith)
      .map(key -> key.substring(CODE.length() + 1).toLowerCase(Locale.ROOT))
      .findFirst();
  }

  @Override
  public List<Object> messageArguments() {
    return acceptedRoles.isEmpty() && requiredPermissions.isEmpty()
      ? List.of()
      : List.of(String.join(", ", acceptedRoles), String.join(", ", requiredPermissions));
  }
}
