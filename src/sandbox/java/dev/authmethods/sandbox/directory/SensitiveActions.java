package dev.authmethods.sandbox.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The users whom the roles with limits reach (Microsoft Entra: Privileged roles and permissions, the tables of sensitive actions and
 * of password resets).
 */
public final class SensitiveActions {

  /** The one with the fewest: passwords are all that it resets. */
  private static final Set<Role> FOR_PASSWORDS_ONLY = EnumSet.of(
    Role.DIRECTORY_READERS,
    Role.GUEST_INVITER,
    Role.PASSWORD_ADMINISTRATOR
  );

  private static final Set<Role> FOR_THE_OTHERS = EnumSet.of(
    Role.DIRECTORY_READERS,
    Role.GUEST_INVITER,
    Role.MESSAGE_CENTER_READER,
    Role.PASSWORD_ADMINISTRATOR,
    Role.REPORTS_READER,
    Role.USAGE_SUMMARY_REPORTS_READER,
    Role.USER_EXPERIENCE_SUCCESS_MANAGER
  );

  /** The rows of the table that are ticked for each of them. */
  private static final Map<Role, Set<Role>> LESSER = Map.of(
    Role.AUTHENTICATION_ADMINISTRATOR,
    with(Role.AUTHENTICATION_ADMINISTRATOR),
    Role.HELPDESK_ADMINISTRATOR,
    with(Role.HELPDESK_ADMINISTRATOR),
    Role.USER_ADMINISTRATOR,
    with(Role.HELPDESK_ADMINISTRATOR, Role.USER_ADMINISTRATOR),
    Role.PASSWORD_ADMINISTRATOR,
    FOR_PASSWORDS_ONLY
  );

  private SensitiveActions() {}

  /**
   * Whether somebody with one of these roles may act on a user, as far as the user's own roles and groups go.
   *
   * @param target null when there is no such user
   */
  public static boolean reach(Role by, @Nullable DirectoryUser target) {
    return (
      target == null ||
      (lesser(by).containsAll(target.roles()) &&
        noneAssignable(target.standing().memberOf()) &&
        noneAssignable(target.standing().owns()) &&
        target
          .standing()
          .assignments()
          .stream()
          .allMatch(assignment -> isLesser(by, assignment)))
    );
  }

  private static Set<Role> lesser(Role by) {
    return LESSER.getOrDefault(by, Set.of());
  }

  private static Set<Role> with(Role... more) {
    var roles = EnumSet.copyOf(FOR_THE_OTHERS);
    roles.addAll(List.of(more));
    return roles;
  }

  private static boolean noneAssignable(List<DirectoryGroup> groups) {
    return groups.stream().noneMatch(DirectoryGroup::assignableToRole);
  }

  private static boolean isLesser(Role by, RoleAssignment assignment) {
    var role = assignment.builtIn();
    var scope = assignment.scope();
    return role != null && lesser(by).contains(role) && (scope == null || !scope.restricted());
  }
}
