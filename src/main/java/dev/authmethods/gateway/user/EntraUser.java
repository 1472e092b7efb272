package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A user as Microsoft Graph writes one, or another object of the directory. Source: Microsoft Graph v1.0, user resource type. */
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

  /** The user that was asked for; null when this is somebody else, or no user. */
  @Nullable
  User as(UserKey key) {
    var objectId = isUser() ? objectId(key) : null;
    return objectId == null ? null : new User(objectId, userPrincipalName, displayName);
  }

  /** Where only users can be, the type may be left out. */
  private boolean isUser() {
    return type == null || type.equals(USER);
  }

  private @Nullable ObjectId objectId(UserKey key) {
    return switch (key) {
      case ObjectId asked -> asked.value().equalsIgnoreCase(id) ? asked : null;
      case UserPrincipalName _ -> id == null ? null : ObjectId.parse(id);
    };
  }
}
