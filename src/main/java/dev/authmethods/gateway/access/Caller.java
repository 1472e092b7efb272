package dev.authmethods.gateway.access;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as a checked access token says.
 *
 * @param objectId    the token's {@code oid}; with the tenant the only identity that counts
 * @param tenantId    the token's {@code tid}
 * @param username    the token's {@code preferred_username}: for display, it can change hands
 * @param roles       template ids of Entra roles, the token's {@code wids}; advisory, a token may leave them out
 * @param application true for an application without a user
 * @param token       the access token itself, to act on behalf of the caller
 * @param expiresAt   when the token ends
 */
public record Caller(
  ObjectId objectId,
  String tenantId,
  @Nullable String username,
  List<String> roles,
  boolean application,
  String token,
  Instant expiresAt
) {
  /**
   * Whether the key is known to lead to the caller's own account. A name that differs proves nothing: users have only one
   * object id, and may have been renamed since the token was issued.
   */
  public boolean isKnownAs(UserKey user) {
    return switch (user) {
      case ObjectId id -> id.equals(objectId);
      case UserPrincipalName name -> username != null && name.equals(UserPrincipalName.parse(username));
    };
  }

  /** Without the token: it must not reach a log. */
  @Override
  public String toString() {
    return "Caller[" + objectId + "]";
  }
}
