package dev.authmethods.gateway.phone.number;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The characters that people paste around a number and in place of its characters: no-break and thin spaces, marks of
 * direction, dashes, full-width characters, digits of another script, quotation marks, {@code tel:}.
 */
final class TypedText {

  private static final int LAST_OF_ASCII = 0x7F;
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  /**
   * Soft hyphen, zero-width characters, variation selectors and marks of direction, among them the left-to-right
   * override that address books copy with a number. Not those that turn the order of what follows: people would see
   * another number than the gateway reads.
   */
  private static final Pattern INVISIBLE = Pattern.compile(
    "[\\u00AD\\u034F\\u061C\\u180B-\\u180F\\u200B-\\u200F\\u202A\\u202C\\u202D\\u2060-\\u2064\\u2066\\u2068-\\u206F" +
      "\\uFE00-\\uFE0F\\uFEFF]"
  );
  /** With the fillers of Hangul and the blank of Braille, which are as wide as other spaces and are not counted among them. */
  private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\u115F\\u1160\\u2800\\u3164\\uFFA0]+");
  private static final Pattern DASH = Pattern.compile(
    "[\\u02D7\\u05BE\\u2010-\\u2015\\u2043\\u2212\\u2E3A\\u2E3B\\u30FC\\uFE58\\uFE63\\uFF70]"
  );
  private static final Pattern DOT = Pattern.compile("[\\u00B7\\u2022\\u2219\\u22C5\\u30FB\\uFF65]");
  private static final Pattern SLASH = Pattern.compile("[\\u2044\\u2215]");
  private static final Pattern PLUS = Pattern.compile("\\uFE62");
  /** Of a list whose parts are quoted. */
  private static final Pattern AFTER_QUOTATION_MARK = Pattern.compile("(?<=\") ?[,;]$");
  private static final List<String> QUOTATION_MARKS = List.of(
    "\"\"",
    "''",
    "\u201C\u201D",
    "\u201E\u201D",
    "\u201E\u201C",
    "\u2018\u2019",
    "\u201A\u2018",
    "\u00AB\u00BB",
    "\u00BB\u00AB",
    "\u2039\u203A",
    "\u300C\u300D"
  );
  private static final String LABEL =
    "(?:t[e\\u00E9]l(?:efono|\\u00E9fono|efone|efon|ephone|\\u00E9phone)?|callto|phone|ph|mobile|mobil|mob|cell|handy)" +
    "(?: ?[.:]){0,2}(?:(?<=:)//)?|[tmp] ?:";
  private static final Pattern AROUND = Pattern.compile(
    "['\\u2018\\u2019`\\u00B4]?(?:(?:" + LABEL + ") ?)?(.*?) ?[,;.]?",
    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
  );

  private TypedText() {}

  /** The same text in ASCII as far as that is certain; null when it is not. */
  static @Nullable String inAscii(String text) {
    var isAscii = text.chars().allMatch(character -> character <= LAST_OF_ASCII);
    var ascii = isAscii ? text : withAsciiDigits(composed(text).codePoints().map(TypedText::halfWidth).toArray());
    return ascii == null
      ? null
      : unwrapped(
          spaced(isAscii ? ascii : withAsciiSeparators(ascii))
            .replace('[', '(')
            .replace(']', ')')
        );
  }

  /** Letters and their accents as one character each, as keyboards write them. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static int halfWidth(int character) {
    return character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST ? character - FULL_WIDTH_OFFSET : character;
  }

  /** Null when the digits are of several scripts. */
  private static @Nullable String withAsciiDigits(int[] characters) {
    var scripts = IntStream.of(characters).filter(Character::isDigit).map(TypedText::zeroOf).distinct().count();
    if (scripts > 1) {
      return null;
    }
    var text = new StringBuilder(characters.length);
    IntStream.of(characters)
      .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
      .forEach(text::appendCodePoint);
    return text.toString();
  }

  private static int zeroOf(int digit) {
    return digit - Character.digit(digit, 10);
  }

  private static String withAsciiSeparators(String text) {
    var visible = INVISIBLE.matcher(text).replaceAll("");
    var dashed = DASH.matcher(visible).replaceAll("-");
    var dotted = SLASH.matcher(DOT.matcher(dashed).replaceAll(".")).replaceAll("/");
    return PLUS.matcher(dotted).replaceAll("+");
  }

  /** With one space in the place of several, and none around. */
  private static String spaced(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static String unwrapped(String text) {
    var around = AROUND.matcher(unquoted(AFTER_QUOTATION_MARK.matcher(text).replaceFirst("")));
    return around.matches() ? around.group(1).strip() : text;
  }

  /** Without quotation marks, and the equals sign by which a spreadsheet keeps a text a text. */
  private static String unquoted(String text) {
    var quoted = text.startsWith("=\"") ? text.substring(1) : text;
    return QUOTATION_MARKS.stream().anyMatch(marks -> isQuoted(quoted, marks))
      ? quoted.substring(1, quoted.length() - 1).strip()
      : text;
  }

  private static boolean isQuoted(String text, String marks) {
    return text.length() > 1 && text.charAt(0) == marks.charAt(0) && text.charAt(text.length() - 1) == marks.charAt(1);
  }
}
