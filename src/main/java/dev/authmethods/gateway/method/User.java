package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant, as far as this API shows one.
 *
 * @param reachedBy the key that led to the user; what else is read about the user is read by the same, so that it can be begun
 *                  before the object id is known
 */
public record User(
  ObjectId objectId,
  @Nullable String userPrincipalName,
  @Nullable String displayName,
  UserKey reachedBy
) {
  /** A user that was reached by the object id. */
  public User(ObjectId objectId, @Nullable String userPrincipalName, @Nullable String displayName) {
    this(objectId, userPrincipalName, displayName, objectId);
  }

  /** The same user, reached by another key. */
  public User reachedBy(UserKey key) {
    return new User(objectId, userPrincipalName, displayName, key);
  }

  /** The global id. */
  public GlobalId id() {
    return new GlobalId.OfUser(objectId);
  }
}
