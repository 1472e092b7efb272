package dev.authmethods.sandbox.session;

import static dev.authmethods.sandbox.directory.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.USER_ADMINISTRATOR;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.method.RoleReach;
import java.util.EnumSet;
import java.util.Set;

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
    var isApplicationForAll = !caller.delegated() && !restricted;
    if (!caller.is(user) && !isApplicationForAll && !RoleReach.reaches(target, user, LIMITED)) {
      throw GraphError.directoryDenied();
    }
  }
}
