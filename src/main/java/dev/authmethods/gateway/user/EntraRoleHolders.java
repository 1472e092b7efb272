package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.GraphPermissions;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.entra.Resource;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.UserAddress;
import dev.authmethods.gateway.lookup.UserFieldLookup;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Whether users hold a directory role, directly or through a group. The gateway reads all memberships and picks the roles: it needs
 * no advanced query then, and no permission for roles, because Microsoft Graph names the type even of objects whose properties it
 * withholds. Source: https://learn.microsoft.com/graph/api/user-list-transitivememberof
 */
@Component
class EntraRoleHolders implements UserFieldLookup<Boolean> {

  private static final List<String> PERMISSIONS = List.of(
    "User.Read.All",
    "GroupMember.Read.All",
    "Directory.Read.All",
    "Group.Read.All",
    "Directory.ReadWrite.All"
  );
  private static final Resource<UserKey, Boolean> IS_ROLE_HOLDER = new Resource<>(
    "roleHolders",
    Service.DIRECTORY,
    _ -> new GraphPermissions(PERMISSIONS, PERMISSIONS),
    user -> UserAddress.of(user) + "/transitiveMemberOf?$select=id&$top=999",
    (_, in) -> read(in)
  );

  private final Entra entra;
  private final PeoplePolicy policy;

  EntraRoleHolders(Entra entra, PeoplePolicy policy) {
    this.entra = entra;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "roleHolders";
  }

  @Override
  public Set<String> fields() {
    return Set.of("isAdministrator");
  }

  @Override
  public Map<UserKey, LookupResult<Boolean>> load(Set<UserKey> users, RequestContext call) {
    return policy.load(call, users, these -> entra.readAll(call, these, IS_ROLE_HOLDER));
  }

  /** A page without a role says nothing when there is another page. */
  static boolean read(JsonParser in) {
    boolean isHolder = false;
    boolean isWhole = false;
    boolean hasMore = false;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "value" -> {
          isHolder = Json.items(in, EntraRoleHolders::isRole).contains(true);
          isWhole = true;
        }
        case "@odata.nextLink" -> hasMore = in.currentToken() != JsonToken.VALUE_NULL;
        default -> in.skipChildren();
      }
    }
    if (!isHolder && (hasMore || !isWhole)) {
      throw new Json.NotUnderstood();
    }
    return isHolder;
  }

  /** An object without a type could be a role. */
  private static boolean isRole(JsonParser in) {
    return Json.understood(Json.properties(in).text("@odata.type")).equals("#microsoft.graph.directoryRole");
  }
}
