package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The address at which Microsoft Graph reads a user.
 *
 * <p>Microsoft Graph understands a name that begins with a dollar sign only in parentheses and quotes, with a quote in
 * it doubled; in any other place it would read the name as a system resource. Source:
 * https://learn.microsoft.com/graph/api/user-get
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

  static boolean isPlain(String key) {
    return !key.startsWith("$");
  }

  /** Names have no spaces, the one character for which the encoding of forms differs. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }
}
