package dev.authmethods.gateway.idempotency.store;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a key was made, if it says so: as a UUID of version 7 (RFC 9562), or a text that begins with one. */
final class KeyCreationTime {

  private static final int UUID_LENGTH = 36;
  private static final Pattern VERSION_7 = Pattern.compile(
    "\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-[89abAB]\\p{XDigit}{3}-\\p{XDigit}{12}"
  );

  private KeyCreationTime() {}

  /**
   * To the millisecond; null when the key does not say. A key can contain a UUID that was made earlier than the key.
   */
  static @Nullable Instant of(String key) {
    if (key.length() < UUID_LENGTH) {
      return null;
    }
    var beginning = key.substring(0, UUID_LENGTH);
    return VERSION_7.matcher(beginning).matches()
      ? Instant.ofEpochMilli(UUID.fromString(beginning).getMostSignificantBits() >>> 16)
      : null;
  }
}
