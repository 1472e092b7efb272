package dev.authmethods.sandbox;

import static dev.authmethods.sandbox.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.Role.GLOBAL_ADMINISTRATOR;
import static dev.authmethods.sandbox.Role.GLOBAL_READER;
import static dev.authmethods.sandbox.Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may see and change whose methods (Microsoft Graph: Authentication methods API, permissions and roles). */
enum MethodAccess {
  READ,
  WRITE;

  /**
   * Refuses a caller without the permission or the role.
   *
   * @param target whose methods; null when there is no such user
   * @param kind which methods; null for all of them together
   */
  void check(Caller caller, @Nullable User target, @Nullable MethodKind kind) {
    var self = target != null && caller.is(target);
    if (!isPermitted(caller, self, kind) || !hasRole(caller, self, target)) {
      throw GraphError.methodsDenied();
    }
  }

  /** Whether numbers show only their last digits (Microsoft Graph: List phoneMethods). */
  static boolean isMasked(Caller caller, User target) {
    return (
      caller.hasAny(AUTHENTICATION_ADMINISTRATOR) &&
      !caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR, GLOBAL_READER) &&
      !caller.is(target)
    );
  }

  private boolean isPermitted(Caller caller, boolean self, @Nullable MethodKind kind) {
    var broad = isPermitted(caller, self, "UserAuthenticationMethod");
    return broad || (kind != null && isPermitted(caller, self, "UserAuthMethod-" + kind.permissionFamily()));
  }

  /** Names without {@code .All} are for users who act on themselves. */
  private boolean isPermitted(Caller caller, boolean self, String family) {
    var verbs = this == READ ? Stream.of("Read", "ReadWrite") : Stream.of("ReadWrite");
    return verbs
      .map(verb -> family + "." + verb)
      .anyMatch(name -> caller.mayAny(name + ".All") || (self && caller.mayAny(name)));
  }

  private boolean hasRole(Caller caller, boolean self, @Nullable User target) {
    if (self || !caller.delegated()) {
      return true;
    }
    return switch (this) {
      case READ -> caller.hasAny(
        GLOBAL_READER,
        AUTHENTICATION_ADMINISTRATOR,
        PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
        GLOBAL_ADMINISTRATOR
      );
      case WRITE -> administers(caller, target);
    };
  }

  private static boolean administers(Caller caller, @Nullable User target) {
    var overAdministrators = caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR);
    var overOthers = caller.hasAny(AUTHENTICATION_ADMINISTRATOR) && (target == null || !target.hasRole());
    return overAdministrators || overOthers;
  }
}
