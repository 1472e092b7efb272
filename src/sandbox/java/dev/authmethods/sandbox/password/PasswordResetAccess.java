package dev.authmethods.sandbox.password;

import static dev.authmethods.sandbox.directory.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.PASSWORD_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.USER_ADMINISTRATOR;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.MethodAccess;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.RoleReach;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The callers who may reset the password of a user, and follow the reset: people only, and nobody for themselves
 * (<a href="https://learn.microsoft.com/graph/api/authenticationmethod-resetpassword">authenticationMethod: resetPassword</a>).
 */
final class PasswordResetAccess {

  /** Source: https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-reset-passwords */
  private static final Set<Role> LIMITED = EnumSet.of(
    AUTHENTICATION_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    PASSWORD_ADMINISTRATOR,
    USER_ADMINISTRATOR
  );

  private PasswordResetAccess() {}

  /** The user whose password the caller may reset. */
  static DirectoryUser userToReset(MethodTarget target) {
    refuseApplication(target);
    MethodAccess.WRITE.checkPermission(target, null);
    var user = target.found();
    if (!reaches(target, user)) {
      throw GraphError.methodsDenied();
    }
    if (user == null) {
      throw GraphError.noSuchMethod();
    }
    return user;
  }

  /** The user whose resets the caller may follow. */
  static DirectoryUser userToFollow(MethodTarget target) {
    refuseApplication(target);
    return target.userFor(MethodAccess.READ, null);
  }

  private static void refuseApplication(MethodTarget target) {
    if (!target.caller().delegated()) {
      throw GraphError.methodsDenied();
    }
  }

  private static boolean reaches(MethodTarget target, @Nullable DirectoryUser user) {
    var isOwn = user != null && target.caller().is(user);
    var isLesser = user != null && RoleReach.reaches(target, user, LIMITED);
    return !isOwn && (isLesser || RoleReach.mayWrite(target.caller(), target.self(), user));
  }
}
