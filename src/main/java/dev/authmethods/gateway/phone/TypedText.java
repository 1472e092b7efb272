package dev.authmethods.gateway.phone;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people paste around a number and in place of its characters: no-break and thin spaces, marks of direction, dashes,
 * full-width characters, digits of another script, quotation marks, {@code tel:}.
 */
final class TypedText {

  private static final int LAST_OF_ASCII = 0x7F;
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;

  /**
   * Soft hyphen, zero-width characters and marks of direction. Not those that turn the order of what follows: what is seen
   * and what is there would be two numbers.
   */
  private static final Pattern INVISIBLE = Pattern.compile(
    "[\\u00AD\\u061C\\u200B-\\u200F\\u202A\\u202C\\u2060\\u2066\\u2068\\u2069\\uFEFF]"
  );
  private static final Pattern SPACE = Pattern.compile("\\p{Zs}");
  private static final Pattern DASH = Pattern.compile("[\\u2010-\\u2015\\u2212\\u30FC\\uFE58\\uFE63]");
  private static final Pattern PLUS = Pattern.compile("\\uFE62");
  private static final Pattern QUOTED = Pattern.compile(
    "=?\"([^\"]*)\"|'([^']*)'|[\\u201C\\u201E]([^\\u201C-\\u201E]*)[\\u201C\\u201D]|\\u00AB([^\\u00BB]*)\\u00BB"
  );
  private static final Pattern AROUND = Pattern.compile(
    "['\\u2018\\u2019`]?(?:[Tt](?:el|EL)[.:]{0,2} ?)?(.*?) ?[,;.]?"
  );

  private TypedText() {}

  /** The same text in ASCII as far as that is certain; null when it is not. */
  static @Nullable String inAscii(String text) {
    var isAscii = text.chars().allMatch(character -> character <= LAST_OF_ASCII);
    var ascii = isAscii ? text : withAsciiDigits(text.codePoints().map(TypedText::halfWidth).toArray());
    return ascii == null
      ? null
      : unwrapped((isAscii ? ascii : withAsciiSeparators(ascii)).strip().replace('[', '(').replace(']', ')'));
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
    var dashed = DASH.matcher(SPACE.matcher(visible).replaceAll(" ")).replaceAll("-");
    return PLUS.matcher(dashed).replaceAll("+");
  }

  private static String unwrapped(String text) {
    var quoted = QUOTED.matcher(text);
    var content = quoted.matches() ? text.substring(text.startsWith("=") ? 2 : 1, text.length() - 1).strip() : text;
    var around = AROUND.matcher(content);
    return around.matches() ? around.group(1).strip() : content;
  }
}
