package dev.authmethods.matrix;

import dev.authmethods.matrix.Persona.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody who is acted on.
 *
 * @param roles      the built-in roles for the whole tenant
 * @param isElevated whether another thing keeps lesser administrators away: a custom role, a role for a restricted unit, or a
 *                   role-assignable group that the user is in or owns
 * @param unit       the administrative unit of the user; empty for none
 * @param isInGroup  whether the user is in the group that the gateway protects
 */
record Target(String name, String oid, Set<Role> roles, boolean isElevated, String unit, boolean isInGroup) {
  /** The unit that is a restricted management administrative unit. */
  static final String RESTRICTED = "executives";

  private static final List<Target> OTHERS = List.of(
    plain("user", "b0000000-0000-4000-8000-000000000002", ""),
    plain("guest", "10000000-0000-4000-8000-000000000082", ""),
    plain("guest of another tenant", "10000000-0000-4000-8000-000000000041", ""),
    plain("user in a unit", "10000000-0000-4000-8000-000000000057", "west"),
    plain("user in a restricted unit", "10000000-0000-4000-8000-000000000054", RESTRICTED),
    new Target(
      "holder of lesser roles",
      "10000000-0000-4000-8000-000000000056",
      Set.of(Role.DIRECTORY_READERS, Role.REPORTS_READER),
      false,
      "",
      false
    ),
    new Target(
      "administrator directly",
      "10000000-0000-4000-8000-000000000016",
      Set.of(Role.GLOBAL_ADMINISTRATOR),
      false,
      "",
      false
    ),
    new Target("member of a role-assignable group", "10000000-0000-4000-8000-000000000051", Set.of(), true, "", false),
    new Target("owner of a role-assignable group", "10000000-0000-4000-8000-000000000052", Set.of(), true, "", false),
    new Target("holder of a custom role", "10000000-0000-4000-8000-000000000053", Set.of(), true, "", false),
    new Target("administrator of a restricted unit", "10000000-0000-4000-8000-000000000055", Set.of(), true, "", false),
    new Target("member of the protected group", "b0000000-0000-4000-8000-000000000994", Set.of(), false, "", true)
  );

  private static Target plain(String name, String oid, String unit) {
    return new Target(name, oid, Set.of(), false, unit, false);
  }

  /** All targets of a persona: the own account first, if there is one. */
  static List<Target> of(Persona persona) {
    var own = persona.kind() == Persona.Kind.USER ? Stream.of(own(persona)) : Stream.<Target>empty();
    return Stream.concat(own, OTHERS.stream().filter(target -> !target.oid.equals(persona.oid()))).toList();
  }

  private static Target own(Persona persona) {
    var isElevated = persona.custom() || !persona.unit().isEmpty();
    return new Target("own account", persona.oid(), persona.roles(), isElevated, "", false);
  }

  @Override
  public String toString() {
    return name;
  }
}
