package dev.authmethods.sandbox.session;

import static dev.authmethods.sandbox.directory.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.GLOBAL_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.USER_ADMINISTRATOR;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.RoleAssignment;
import dev.authmethods.sandbox.directory.SensitiveActions;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.MethodTarget;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The callers who may revoke the sessions of a user (Microsoft Graph: user: revokeSignInSessions). */
final class RevokeAccess {

  private static final String[] DELEGATED = {
    "User.RevokeSessions.All",
    "User.ReadWrite.All",
    "Directory.ReadWrite.All",
  };

  /** The page names the first; an older one the second, which applications report to work. */
  private static final String[] APPLICATION = { "User.RevokeSessions.All", "User.ReadWrite.All" };

  private static final Set<Role> LIMITED = EnumSet.of(
    AUTHENTICATION_ADMINISTRATOR,
    HELPDESK_ADMINISTRATOR,
    USER_ADMINISTRATOR
  );

  private RevokeAccess() {}

  /** Refuses callers without a permission, for every user. */
  static void checkPermission(MethodTarget target) {
    if (!target.caller().mayAny(target.caller().delegated() ? DELEGATED : APPLICATION)) {
      throw GraphError.directoryDenied();
    }
  }

  /** Refuses callers whose roles do not reach the user. Users need no role for their own sessions. */
  static void checkRole(MethodTarget target, DirectoryUser user) {
    var caller = target.caller();
    var restricted = user.standing().units().stream().anyMatch(AdministrativeUnit::restricted);
    var everywhere = !caller.delegated() || hasRole(target, user);
    if (!caller.is(user) && !(everywhere && !restricted) && !hasAssignment(target, user, restricted)) {
      throw GraphError.directoryDenied();
    }
  }

  private static boolean hasRole(MethodTarget target, DirectoryUser user) {
    var caller = target.caller();
    return (
      caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR) ||
      LIMITED.stream().anyMatch(role -> caller.hasAny(role) && SensitiveActions.reach(role, user))
    );
  }

  /** Roles for a part of the tenant; in a restricted unit only they count. */
  private static boolean hasAssignment(MethodTarget target, DirectoryUser user, boolean restricted) {
    return assignments(target).anyMatch(assignment -> {
      var role = assignment.builtIn();
      var unit = assignment.scope();
      var covers = unit != null && user.standing().units().contains(unit) && unit.restricted() == restricted;
      return covers && role != null && LIMITED.contains(role) && SensitiveActions.reach(role, user);
    });
  }

  private static Stream<RoleAssignment> assignments(MethodTarget target) {
    var self = target.self();
    return self == null ? Stream.empty() : self.standing().assignments().stream();
  }
}
