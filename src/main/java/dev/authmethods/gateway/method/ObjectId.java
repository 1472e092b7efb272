package dev.authmethods.gateway.method;

import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The id of an object in Microsoft Entra: never changed, never reused.
 *
 * @param value a GUID in lower case
 */
public record ObjectId(String value) implements UserKey {
  private static final String FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

  public ObjectId {
    if (!isGuid(value)) {
      throw new IllegalArgumentException("Not a GUID");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Reads a GUID in either case; null when the text is none. */
  public static @Nullable ObjectId parse(String text) {
    try {
      return new ObjectId(text);
    } catch (IllegalArgumentException noGuid) {
      return null;
    }
  }

  private static boolean isGuid(String text) {
    return (
      text.length() == FORM.length() && IntStream.range(0, text.length()).allMatch(at -> fits(text.charAt(at), at))
    );
  }

  private static boolean fits(char given, int at) {
    return FORM.charAt(at) == '-' ? given == '-' : HexFormat.isHexDigit(given);
  }

  @Override
  public @Nullable ObjectId idOfUser(@Nullable String objectId, @Nullable String userPrincipalName) {
    return objectId != null && equals(parse(objectId)) ? this : null;
  }

  @Override
  public String toString() {
    return value;
  }
}
