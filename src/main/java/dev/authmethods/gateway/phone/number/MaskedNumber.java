package dev.authmethods.gateway.phone.number;

import java.util.regex.Pattern;

/**
 * A number some digits of which are not shown. Microsoft does not document how Microsoft Graph masks numbers; seen are
 * an X for each digit, and a few asterisks or bullets for all that are hidden. An extension may be hidden or left out.
 */
public final class MaskedNumber {

  private static final String HIDDEN = "[Xx*\\u2022]{2,}";
  private static final Pattern MASK = Pattern.compile(HIDDEN);
  private static final Pattern PART = Pattern.compile("(" + HIDDEN + ")|[+0-9x]");
  private static final Pattern SEPARATOR = Pattern.compile("[ ().\\-]+");
  private static final Pattern SHOWN = Pattern.compile("(\\+[0-9]{1,3}) ([0-9]+)([0-9]{2})(x[0-9]+)?");
  private static final Pattern END = Pattern.compile("[0-9]{2,}$");

  private MaskedNumber() {}

  static boolean isMasked(String shown) {
    return MASK.matcher(shown).find();
  }

  /** A number that shows only the country code and the last two digits; one that is masked already stays as it is. */
  public static String mask(String number) {
    if (isMasked(number)) {
      return number;
    }
    var shown = SHOWN.matcher(number);
    return shown.matches() ? shown.group(1) + " " + "X".repeat(shown.group(2).length()) + shown.group(3) : "XX";
  }

  /**
   * Whether a masked number shows only digits that another number has. If the country code is shown and an X covers
   * each other digit, the number of digits must agree too.
   *
   * @param other country code, digits and extension without spaces, as in +12065550120x12
   */
  public static boolean agrees(String masked, String other) {
    return END.matcher(unspaced(masked)).find() && mayHide(masked, other);
  }

  /** The same, however few digits are shown. */
  public static boolean mayHide(String masked, String other) {
    return matches(masked, other, masked.startsWith("+"));
  }

  /** The same without the count, which is not documented to be that of the digits. */
  public static boolean agreesWhereShown(String masked, String other) {
    return END.matcher(unspaced(masked)).find() && matches(masked, other, false);
  }

  private static boolean matches(String masked, String other, boolean counted) {
    var text = unspaced(masked);
    if (text.length() > PhoneNumber.MAX_LENGTH) {
      return false;
    }
    var parts = PART.matcher(text);
    var pattern = new StringBuilder();
    var end = 0;
    while (parts.find() && parts.start() == end) {
      pattern.append(parts.group(1) == null ? Pattern.quote(parts.group()) : hidden(parts.group(1), counted));
      end = parts.end();
    }
    return end == text.length() && isLike(Pattern.compile(pattern.toString()), other);
  }

  private static String unspaced(String masked) {
    return SEPARATOR.matcher(masked.strip()).replaceAll("");
  }

  private static boolean isLike(Pattern pattern, String other) {
    return pattern.matcher(other).matches() || pattern.matcher(other.replaceFirst("x.*", "")).matches();
  }

  private static String hidden(String mask, boolean counted) {
    var isOneEach = mask.chars().allMatch(character -> character == 'X' || character == 'x');
    return counted && isOneEach ? "[0-9x]{" + mask.length() + "}" : "[+0-9x]+";
  }
}
