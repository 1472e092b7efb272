package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/**
 * A user of the tenant, as far as this API shows one.
 *
 * @param details   null when they were not read
 * @param reachedBy the key that led to the user; what else is read about the user is read by the same, so that it can be begun
 *                  before the object id is known
 */
public record User(
  ObjectId objectId,
  @Nullable String userPrincipalName,
  @Nullable String displayName,
  @Nullable UserDetails details,
  UserKey reachedBy
) {
  /** A user that was reached by the object id, without details. */
  public User(ObjectId objectId, @Nullable String userPrincipalName, @Nullable String displayName) {
    this(objectId, userPrincipalName, displayName, null, objectId);
  }

  /** The same user, reached by another key. */
  public User reachedBy(UserKey key) {
    return new User(objectId, userPrincipalName, displayName, details, key);
  }

  /** The global id. */
  public GlobalId id() {
    return new GlobalId.OfUser(objectId);
  }
}
