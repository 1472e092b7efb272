package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a user is read.
 *
 * <p>A name that begins with a dollar sign is understood only in parentheses and quotes, with a quote in it doubled; in any
 * other place it would be taken for a system resource. Source: Microsoft Graph, Get a user.
 */
public final class UserAddress {

  private UserAddress() {}

  /** The path of the user that the key leads to, below the version, encoded. */
  public static String of(UserKey user) {
    return switch (user) {
      case ObjectId(var id) -> "/users/" + id;
      case UserPrincipalName(var name) -> isPlain(name)
        ? "/users/" + encoded(name)
        : "/users('" + encoded(name.replace("'", "''")) + "')";
    };
  }

  public static boolean isPlain(String key) {
    return !key.startsWith("$");
  }

  /** Names have no spaces, the one character that a form encodes in a way of its own. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
