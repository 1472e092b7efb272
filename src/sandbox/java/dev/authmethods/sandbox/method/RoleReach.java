package dev.authmethods.sandbox.method;

import static dev.authmethods.sandbox.directory.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.GLOBAL_ADMINISTRATOR;
import static dev.authmethods.sandbox.directory.Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.RoleAssignment;
import dev.authmethods.sandbox.directory.SensitiveActions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The users whose methods a role reaches. Sources:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
 * and https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
 */
public final class RoleReach {

  private RoleReach() {}

  /**
   * Whether a caller may change a user's methods.
   *
   * @param self   the caller in the directory; null for an application
   * @param target null when there is no such user
   */
  public static boolean mayWrite(GraphCaller caller, @Nullable DirectoryUser self, @Nullable DirectoryUser target) {
    var restriction = restriction(target);
    if (restriction != null) {
      return administers(self, restriction, target);
    }
    if (!caller.delegated() || caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR)) {
      return true;
    }
    return (caller.hasAny(AUTHENTICATION_ADMINISTRATOR) && reachesAsLesser(target)) || mayByAnotherRole(self, target);
  }

  /**
   * Whether a role of the caller's reaches a user, beside those that reach everybody. In a restricted unit only roles for that unit
   * do.
   *
   * @param limited the roles that act on some users, as {@link SensitiveActions} tells
   */
  public static boolean reaches(MethodTarget target, DirectoryUser user, Set<Role> limited) {
    var restricted = restriction(user) != null;
    return (!restricted && reachesEverywhere(target.caller(), user, limited)) || reachesInUnit(target, user, limited);
  }

  private static boolean reachesEverywhere(GraphCaller caller, DirectoryUser user, Set<Role> limited) {
    return (
      caller.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR) ||
      limited.stream().anyMatch(role -> caller.hasAny(role) && SensitiveActions.reach(role, user))
    );
  }

  private static boolean reachesInUnit(MethodTarget target, DirectoryUser user, Set<Role> limited) {
    var restricted = restriction(user) != null;
    return assignments(target.self()).anyMatch(assignment -> {
      var role = assignment.builtIn();
      var unit = assignment.scope();
      var covers = unit != null && user.standing().units().contains(unit) && unit.restricted() == restricted;
      return covers && role != null && limited.contains(role) && SensitiveActions.reach(role, user);
    });
  }

  /** Whether a custom role, or one for an administrative unit, lets a caller see and change a user's methods. */
  static boolean mayByAnotherRole(@Nullable DirectoryUser self, @Nullable DirectoryUser target) {
    return assignments(self).anyMatch(
      assignment -> managesMethods(assignment) && covers(assignment, target) && reachesAsLesser(target)
    );
  }

  /** The unit in which only its own administrators may change the user; null when there is none. */
  private static @Nullable AdministrativeUnit restriction(@Nullable DirectoryUser target) {
    return target == null
      ? null
      : target.standing().units().stream().filter(AdministrativeUnit::restricted).findFirst().orElse(null);
  }

  private static boolean administers(
    @Nullable DirectoryUser self,
    AdministrativeUnit unit,
    @Nullable DirectoryUser target
  ) {
    return assignments(self).anyMatch(
      assignment -> managesMethods(assignment) && unit.equals(assignment.scope()) && reachesAsLesser(target)
    );
  }

  private static Stream<RoleAssignment> assignments(@Nullable DirectoryUser self) {
    return self == null ? Stream.empty() : self.standing().assignments().stream();
  }

  private static boolean managesMethods(RoleAssignment assignment) {
    return assignment.managesMethods() || assignment.builtIn() == AUTHENTICATION_ADMINISTRATOR;
  }

  private static boolean covers(RoleAssignment assignment, @Nullable DirectoryUser target) {
    return assignment.scope() == null || (target != null && target.standing().units().contains(assignment.scope()));
  }

  private static boolean reachesAsLesser(@Nullable DirectoryUser target) {
    return SensitiveActions.reach(AUTHENTICATION_ADMINISTRATOR, target);
  }
}
