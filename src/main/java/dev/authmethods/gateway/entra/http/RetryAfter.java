package dev.authmethods.gateway.entra.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: seconds, also with a fraction as Microsoft Graph sends them, or a date (RFC
 * 9110). Source: https://learn.microsoft.com/graph/throttling
 */
public final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?");

  private RetryAfter() {}

  /** Null when there is none, or none that can be understood. */
  public static @Nullable Duration parse(@Nullable String value) {
    if (value == null) {
      return null;
    }
    var text = value.trim();
    return SECONDS.matcher(text).matches() ? seconds(text) : until(text);
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1_000));
  }

  private static @Nullable Duration until(String date) {
    try {
      var moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var wait = Duration.between(Instant.now(), moment);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
