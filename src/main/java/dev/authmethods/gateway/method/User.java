package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** A user of the tenant, as far as this API shows one. */
public record User(ObjectId objectId, @Nullable String userPrincipalName, @Nullable String displayName) {
  /** The global id. */
  public GlobalId id() {
    return new GlobalId.OfUser(objectId);
  }
}
