package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserDetails;
import dev.authmethods.gateway.method.UserKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * A user as Microsoft Graph writes one, or another object of the directory. Source:
 * https://learn.microsoft.com/graph/api/resources/user
 *
 * @param details null when they were not asked for
 */
public record EntraUser(
  @Nullable String type,
  @Nullable String id,
  @Nullable String userPrincipalName,
  @Nullable String displayName,
  @Nullable UserDetails details
) {
  private static final String USER = "#microsoft.graph.user";

  /** Reads the names. */
  public static EntraUser read(JsonParser in) {
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
    return new EntraUser(type, id, userPrincipalName, displayName, null);
  }

  /** The requested user. An answer about somebody else, or about nobody in particular, answers nothing. */
  LookupResult<User> as(UserKey key) {
    return isUser() ? user(key.idOfUser(id, userPrincipalName)) : nobody();
  }

  /** The user whom nobody requested by a key: one of a list, or somebody's manager. */
  public LookupResult<User> asFound() {
    return isUser() ? user(objectId()) : nobody();
  }

  private LookupResult<User> user(@Nullable ObjectId objectId) {
    return objectId == null
      ? new LookupResult.Failed<>(EntraFailure.Unavailable.unclearAnswer())
      : new LookupResult.Found<>(new User(objectId, userPrincipalName, displayName, details, objectId));
  }

  private static LookupResult<User> nobody() {
    return new LookupResult.Failed<>(EntraFailure.Refused.notFound());
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
