package dev.authmethods.matrix;

import static dev.authmethods.matrix.Persona.Kind.APPLICATION;
import static dev.authmethods.matrix.Persona.Kind.STRANGER;
import static dev.authmethods.matrix.Persona.Kind.USER;

import java.util.List;
import java.util.Set;

/**
 * Somebody who calls.
 *
 * @param oid    the object id
 * @param kind   what kind of token it is
 * @param roles  the roles for the whole tenant, which the token lists
 * @param unit   the administrative unit for which the caller is an Authentication Administrator; empty for none
 * @param custom whether the caller holds a custom role that manages authentication methods
 */
record Persona(String name, String oid, Kind kind, Set<Role> roles, String unit, boolean custom) {
  enum Kind {
    /** No token, or one that no gateway of this tenant accepts. */
    STRANGER,
    APPLICATION,
    USER,
  }

  /** The roles of the matrix. Ids: https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
  enum Role {
    AUTHENTICATION_ADMINISTRATOR("c4e39bd9-1100-46d3-8c65-fb160da0071f"),
    PRIVILEGED_AUTHENTICATION_ADMINISTRATOR("7be44c8a-adaf-4e2a-84d6-ab2649e08a13"),
    GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10"),
    GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
    HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8"),
    USER_ADMINISTRATOR("fe930be7-5e62-47db-91af-98c3a49a38b1"),
    PASSWORD_ADMINISTRATOR("966707d0-3269-4727-9be2-8c3a10f19b9d"),
    DIRECTORY_READERS("88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
    REPORTS_READER("4a5d8f65-41da-4de4-8968-e035b65339cf");

    final String id;

    Role(String id) {
      this.id = id;
    }
  }

  static final List<Persona> ALL = List.of(
    new Persona("nobody", "", STRANGER, Set.of(), "", false),
    new Persona("malformed", "", STRANGER, Set.of(), "", false),
    new Persona("other tenant", "", STRANGER, Set.of(), "", false),
    new Persona("application", "", APPLICATION, Set.of(), "", false),
    person("user", "a0000000-0000-4000-8000-000000000004"),
    person("guest", "10000000-0000-4000-8000-000000000041"),
    person("help desk", "b0000000-0000-4000-8000-000000000981", Role.HELPDESK_ADMINISTRATOR),
    person("user administrator", "b0000000-0000-4000-8000-000000000983", Role.USER_ADMINISTRATOR),
    person("password administrator", "b0000000-0000-4000-8000-000000000987", Role.PASSWORD_ADMINISTRATOR),
    person("reader", "a0000000-0000-4000-8000-000000000003", Role.GLOBAL_READER),
    person("administrator", "a0000000-0000-4000-8000-000000000001", Role.AUTHENTICATION_ADMINISTRATOR),
    new Persona("unit administrator", "10000000-0000-4000-8000-000000000059", USER, Set.of(), "west", false),
    new Persona("restricted unit's", "10000000-0000-4000-8000-000000000060", USER, Set.of(), "executives", false),
    new Persona("custom role", "10000000-0000-4000-8000-000000000058", USER, Set.of(), "", true),
    person("privileged", "a0000000-0000-4000-8000-000000000002", Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR),
    person("global administrator", "10000000-0000-4000-8000-000000000016", Role.GLOBAL_ADMINISTRATOR)
  );

  private static Persona person(String name, String oid, Role... roles) {
    return new Persona(name, oid, USER, Set.of(roles), "", false);
  }

  boolean hasAny(Role... any) {
    return List.of(any).stream().anyMatch(roles::contains);
  }

  @Override
  public String toString() {
    return name;
  }
}
