package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** A reference to a user, as clients write one: the schema sees to it that exactly one component is given. */
public record UserRef(@Nullable String id, @Nullable String objectId, @Nullable String userPrincipalName) {
  /** The key that Microsoft Graph takes; null when the reference can lead to nobody. */
  public @Nullable UserKey key() {
    if (id != null) {
      return GlobalId.parse(id) instanceof GlobalId.OfUser(var user) ? user : null;
    }
    if (objectId != null) {
      return ObjectId.parse(objectId);
    }
    return userPrincipalName == null ? null : UserPrincipalName.parse(userPrincipalName);
  }
}
