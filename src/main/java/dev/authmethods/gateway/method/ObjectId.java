package dev.authmethods.gateway.method;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an object in Microsoft Entra: never changed, never reused.
 *
 * @param value a GUID in lower case
 */
public record ObjectId(String value) implements UserKey {
  private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public ObjectId {
    if (!GUID.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a GUID");
    }
    value = value.toLowerCase(Locale.ROOT);
  }

  /** Reads a GUID in either case; null when the text is none. */
  public static @Nullable ObjectId parse(String text) {
    return GUID.matcher(text).matches() ? new ObjectId(text) : null;
  }

  @Override
  public String toString() {
    return value;
  }
}
