package dev.authmethods.gateway.phone;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A character that cannot be seen, or not be told from the right one, by its code point and its name in Unicode. */
final class InvisibleCharacter {

  private static final int LAST_OF_ASCII = 0x7E;
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private InvisibleCharacter() {}

  /** The first one in a text, as in {@code U+00A0 NO-BREAK SPACE}; null when all can be seen. Never a digit or a letter. */
  static @Nullable String firstIn(String text) {
    var first = text.codePoints().filter(InvisibleCharacter::isInvisible).findFirst();
    return first.isPresent() ? describe(first.getAsInt()) : misplacedSpace(text);
  }

  /** A space at an end, and a second one, cannot be seen either. */
  private static @Nullable String misplacedSpace(String text) {
    var single = SPACES.matcher(text.strip()).replaceAll(" ");
    return !single.equals(text) && PhoneNumberForm.match(single).matches() ? describe(' ') : null;
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case
        Character.CONTROL,
        Character.FORMAT,
        Character.SPACE_SEPARATOR,
        Character.LINE_SEPARATOR,
        Character.PARAGRAPH_SEPARATOR -> character != ' ';
      // They look like the hyphen and the plus sign of a keyboard, and are others.
      case Character.DASH_PUNCTUATION, Character.MATH_SYMBOL -> character > LAST_OF_ASCII;
      default -> false;
    };
  }

  private static String describe(int character) {
    return String.format(Locale.ROOT, "U+%04X %s", character, Character.getName(character));
  }
}
