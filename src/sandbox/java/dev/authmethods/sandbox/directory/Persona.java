package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.Tenant;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody to call the gateway as.
 *
 * @param can what they can do, in a few words
 * @param description the same in a sentence
 */
public record Persona(
  String name,
  String can,
  String description,
  DirectoryUser user,
  String tenantId,
  boolean application
) {
  public static final List<Persona> ALL = List.of(
    person(
      "auth-admin",
      "Changes users, not admins",
      "Reads and manages the methods of users without an administrator role; sees phone numbers masked.",
      user(1, "avery@contoso.com", "Avery Howard", Set.of(Role.AUTHENTICATION_ADMINISTRATOR))
    ),
    person(
      "privileged-auth-admin",
      "Changes everybody",
      "Reads and manages the methods of every user, and sees phone numbers whole.",
      user(2, "parker@contoso.com", "Parker Jones", Set.of(Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR))
    ),
    person(
      "global-reader",
      "Only reads",
      "Reads the methods of every user and changes nothing.",
      user(3, "robin@contoso.com", "Robin Kline", Set.of(Role.GLOBAL_READER))
    ),
    person(
      "user",
      "Own methods only",
      "An ordinary user: reads and deletes methods of their own, and nobody else's.",
      user(4, "uma@contoso.com", "Uma Keller", Set.of())
    ),
    new Persona(
      "foreign",
      "From another tenant",
      "Belongs to another tenant, so that every call is refused.",
      user(5, "fran@fabrikam.com", "Fran Ivers", Set.of(Role.GLOBAL_ADMINISTRATOR)),
      Tenant.FABRIKAM,
      false
    ),
    new Persona(
      "app",
      "Application, no user",
      "An application without a user: nothing can be done on its behalf.",
      user(6, "daemon@contoso.com", "Contoso Daemon", Set.of()),
      Tenant.CONTOSO,
      true
    )
  );

  public ObjectNode json() {
    var json = JsonTree.object().put("name", name).put("displayName", user.displayName());
    json.put("can", can).put("description", description);
    json.set("roles", JsonTree.strings(user.roles().stream().map(Role::displayName).toList()));
    json.put("objectId", user.id()).put("userPrincipalName", user.userPrincipalName()).put("tenantId", tenantId);
    return json;
  }

  public boolean inDirectory() {
    return !application && tenantId.equals(Tenant.CONTOSO);
  }

  private static Persona person(String name, String can, String description, DirectoryUser user) {
    return new Persona(name, can, description, user, Tenant.CONTOSO, false);
  }

  private static DirectoryUser user(int number, String userPrincipalName, String displayName, Set<Role> roles) {
    var id = "a0000000-0000-4000-8000-%012d".formatted(number);
    return new DirectoryUser(id, userPrincipalName, displayName, false, false, roles, null);
  }
}
