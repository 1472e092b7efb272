package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A role that a user holds (Microsoft Graph: unifiedRoleAssignment resource type).
 *
 * @param builtIn         the role; null for a custom one
 * @param definitionId    the id of its definition, which of built-in roles is the id of the template
 * @param managesMethods  whether a custom role may read and write authentication methods
 * @param scope           the part of the tenant that it is for; null for all of it
 */
public record RoleAssignment(
  @Nullable Role builtIn,
  String definitionId,
  boolean managesMethods,
  @Nullable AdministrativeUnit scope
) {
  public static final EntityType TYPE = EntityType.of(
    "unifiedRoleAssignment",
    List.of("id", "principalId", "roleDefinitionId", "directoryScopeId")
  );

  public static RoleAssignment of(Role role) {
    return new RoleAssignment(role, role.templateId(), false, null);
  }

  public static RoleAssignment of(Role role, AdministrativeUnit scope) {
    return new RoleAssignment(role, role.templateId(), false, scope);
  }

  public static RoleAssignment custom(String definitionId, boolean managesMethods) {
    return new RoleAssignment(null, definitionId, managesMethods, null);
  }

  public ObjectNode json(DirectoryUser principal) {
    var directoryScope = scope == null ? "/" : "/administrativeUnits/" + scope.id();
    var key = principal.id() + definitionId + directoryScope;
    var id = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    return JsonTree.object()
      .put("id", id)
      .put("principalId", principal.id())
      .put("roleDefinitionId", definitionId)
      .put("directoryScopeId", directoryScope);
  }
}
