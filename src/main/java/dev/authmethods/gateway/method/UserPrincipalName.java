package dev.authmethods.gateway.method;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name a user signs in with.
 *
 * <p>Accepts only characters that Entra allows in such a name, and a few that guests bring along: a name can then
 * neither leave its place in a path nor turn into another name when its case is changed, as some letters outside ASCII
 * do.
 *
 * @param value in lower case: Entra does not tell the cases apart
 */
public record UserPrincipalName(String value) implements UserKey {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9'.\\-_!#^~$&+=`]+@[A-Za-z0-9.\\-]+");

  /**
   * 64 characters, the at sign, 48 characters. Source:
   * https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#username-policies
   */
  private static final int MAX_LENGTH = 113;

  private static final String INVITED = "#ext#";

  public UserPrincipalName {
    if (!isName(value)) {
      throw new IllegalArgumentException("Not a user principal name");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Reads a name in any case; null when no user can have it. */
  public static @Nullable UserPrincipalName parse(String text) {
    try {
      return new UserPrincipalName(text);
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  /**
   * Whether Entra gave the name to a user of another tenant when the user was invited. Source:
   * https://learn.microsoft.com/entra/external-id/user-properties
   *
   * @param name in any case; null when it is not known
   */
  public static boolean isOfInvitedUser(@Nullable String name) {
    return name != null && name.toLowerCase(Locale.ROOT).contains(INVITED);
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_LENGTH && NAME.matcher(text).matches();
  }

  @Override
  public @Nullable ObjectId idOfUser(@Nullable String objectId, @Nullable String userPrincipalName) {
    var isNamed = userPrincipalName != null && equals(parse(userPrincipalName));
    return isNamed && objectId != null ? ObjectId.parse(objectId) : null;
  }

  @Override
  public String toString() {
    return value;
  }
}
