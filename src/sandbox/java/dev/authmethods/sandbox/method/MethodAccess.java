package dev.authmethods.sandbox.method;

import static dev.authmethods.sandbox.directory.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.GLOBAL_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.GLOBAL_READER;
import static dev.authmethods.sandbox.directory.Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.http.GraphError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules about who may see and change whose methods (Microsoft Graph: Authentication methods API, permissions and
 * roles).
 */
public enum MethodAccess {
  READ,
  WRITE;

  /**
   * Refuses a caller without the permission or the role.
   *
   * @param kind which methods; null for all of them together
   */
  void check(MethodTarget target, @Nullable MethodKind kind) {
    checkPermission(target, kind);
    if (!hasRole(target, isOwn(target))) {
      throw GraphError.methodsDenied();
    }
  }

  /** Refuses a caller without the permission. */
  public void checkPermission(MethodTarget target, @Nullable MethodKind kind) {
    var caller = target.caller();
    var narrow = isOwn(target) || (caller.delegated() && target.narrowPermissionsReachOthers());
    if (!isPermitted(caller, narrow, kind)) {
      throw GraphError.methodsDenied();
    }
  }

  private static boolean isOwn(MethodTarget target) {
    return target.found() != null && target.caller().is(target.found());
  }

  /** Whether numbers show only their last digits (Microsoft Graph: List phoneMethods). */
  static boolean isMasked(GraphCaller caller, DirectoryUser target) {
    return (
      caller.hasAny(AUTHENTICATION_ADMINISTRATOR) &&
      !caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR, GLOBAL_READER) &&
      !caller.is(target)
    );
  }

  private boolean isPermitted(GraphCaller caller, boolean narrow, @Nullable MethodKind kind) {
    var broad = isPermitted(caller, narrow, "UserAuthenticationMethod");
    return broad || (kind != null && isPermitted(caller, narrow, "UserAuthMethod-" + kind.permissionFamily()));
  }

  /** Names without {@code .All} are for users who act on themselves, unless the narrow ones reach others too. */
  private boolean isPermitted(GraphCaller caller, boolean narrow, String family) {
    var verbs = this == READ ? Stream.of("Read", "ReadWrite") : Stream.of("ReadWrite");
    return verbs
      .map(verb -> family + "." + verb)
      .anyMatch(name -> caller.mayAny(name + ".All") || (narrow && caller.mayAny(name)));
  }

  private boolean hasRole(MethodTarget target, boolean own) {
    var caller = target.caller();
    if (own) {
      return true;
    }
    return switch (this) {
      case READ -> !caller.delegated() ||
        caller.hasAny(
          GLOBAL_READER,
          AUTHENTICATION_ADMINISTRATOR,
          PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
          GLOBAL_ADMINISTRATOR
        ) ||
        RoleReach.mayByAnotherRole(target.self(), target.found());
      case WRITE -> RoleReach.mayWrite(caller, target.self(), target.found());
    };
  }
}
