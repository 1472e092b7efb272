package dev.authmethods.gateway.access;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as a checked access token describes them.
 *
 * @param objectId    the token's {@code oid}; with the tenant the only identity that counts
 * @param tenantId    the token's {@code tid}
 * @param username    the token's {@code preferred_username}: for display, it can change hands
 * @param roles       template ids of Entra roles, the token's {@code wids}; advisory, a token may leave them out
 * @param application true for an application without a user
 * @param clientId    the client that the token was issued to: the token's {@code azp}
 * @param token       the access token itself, to act on behalf of the caller
 * @param expiresAt   when the token ends
 * @param tokenHash   the SHA-256 of the token in hexadecimal digits, computed once: everything that the gateway keeps
 *                    for a token is kept under it
 */
public record Caller(
  ObjectId objectId,
  String tenantId,
  @Nullable String username,
  List<String> roles,
  boolean application,
  @Nullable String clientId,
  String token,
  Instant expiresAt,
  String tokenHash
) {
  /** A caller with the hash of the token. */
  public Caller(
    ObjectId objectId,
    String tenantId,
    @Nullable String username,
    List<String> roles,
    boolean application,
    @Nullable String clientId,
    String token,
    Instant expiresAt
  ) {
    this(objectId, tenantId, username, roles, application, clientId, token, expiresAt, sha256(token));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

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
