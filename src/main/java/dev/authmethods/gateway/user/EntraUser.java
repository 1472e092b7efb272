package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A user as Microsoft Graph writes one, or another object of the directory. Source:
 * https://learn.microsoft.com/graph/api/resources/user
 */
record EntraUser(
  @Nullable String type,
  @Nullable String id,
  @Nullable String userPrincipalName,
  @Nullable String displayName
) {
  private static final String USER = "#microsoft.graph.user";

  static EntraUser read(JsonParser in) {
    String type = null;
    String id = null;
    String userPrincipalName = null;
    String displayName = null;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "@odata.type" -> type = Json.text(in);
        case "id" -> id = Json.text(in);
        case "userPrincipalName" -> userPrincipalName = Json.text(in);
        case "displayName" -> displayName = Json.text(in);
        default -> in.skipChildren();
      }
    }
    return new EntraUser(type, id, userPrincipalName, displayName);
  }

  /** The requested user. An answer about somebody else, or about nobody in particular, answers nothing. */
  LookupResult<User> as(UserKey key) {
    if (!isUser()) {
      return new LookupResult.Failed<>(EntraFailure.Refused.notFound());
    }
    var objectId = key.idOfUser(id, userPrincipalName);
    return objectId == null
      ? new LookupResult.Failed<>(EntraFailure.Unavailable.unclearAnswer())
      : new LookupResult.Found<>(new User(objectId, userPrincipalName, displayName));
  }

  /** The object id; null when there is none that can be read. */
  @Nullable
  ObjectId objectId() {
    return id == null ? null : ObjectId.parse(id);
  }

  /** The type may be missing in lists that contain only users. */
  private boolean isUser() {
    return type == null || type.equals(USER);
  }
}
