package dev.authmethods.sandbox.phone;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A number as Graph keeps it, {@code +1 5555551234x123} (Microsoft Graph: Create phoneMethod). */
public record StoredPhoneNumber(String text) {
  private static final Pattern SPACED = Pattern.compile("\\+(\\d{1,3}) (\\d{4,14})(x\\d+)?");
  private static final Pattern COMPACT = Pattern.compile("\\+(\\d{5,17})(x\\d+)?");

  /** The country codes of one and two digits; all others have three (ITU-T E.164). */
  private static final Set<String> SHORT_CODES = Set.of(
    (
      "1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 " +
      "81 82 84 86 90 91 92 93 94 95 98"
    ).split(" ")
  );

  /** Reads a number with or without the space after the country code; empty when it is neither. */
  public static Optional<StoredPhoneNumber> parse(String text) {
    if (SPACED.matcher(text).matches()) {
      return Optional.of(new StoredPhoneNumber(text));
    }
    if (!COMPACT.matcher(text).matches()) {
      return Optional.empty();
    }
    int end = 1 + lengthOfCountryCode(text.substring(1));
    return parse(text.substring(0, end) + " " + text.substring(end));
  }

  /** The form for callers who may know that there is a number, but not which. */
  public String masked() {
    var space = text.indexOf(' ');
    var extension = text.indexOf('x');
    var end = extension < 0 ? text.length() : extension;
    return text.substring(0, space + 1) + "X".repeat(end - space - 3) + text.substring(end - 2, end);
  }

  private static int lengthOfCountryCode(String digits) {
    if (SHORT_CODES.contains(digits.substring(0, 1))) {
      return 1;
    }
    return SHORT_CODES.contains(digits.substring(0, 2)) ? 2 : 3;
  }
}
