package dev.authmethods.gateway.phone.number;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A character that people cannot see, or cannot tell from the right one, by its code point and its name in Unicode. */
final class InvisibleCharacter {

  private static final int LAST_OF_ASCII = 0x7E;
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  /** Fillers, joiners and variation selectors, which Unicode counts among letters, marks and symbols. */
  private static final Pattern UNSEEN = Pattern.compile(
    "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]"
  );
  /** Hyphens and marks of a long vowel, which look like the hyphen of a keyboard. */
  private static final Pattern LIKE_DASHES = Pattern.compile("[\\u02D7\\u2043\\u30FC\\uFF70]");
  /** Letters of the Latin, Greek and Cyrillic scripts. */
  private static final Pattern LIKE_ZERO = Pattern.compile("[Oo\\u039F\\u03BF\\u041E\\u043E]");
  private static final Pattern LIKE_ONE = Pattern.compile("[Il\\u0399\\u0406\\u04C0]");
  private static final Pattern LIKE_X = Pattern.compile("[\\u03A7\\u03C7\\u0425\\u0445]");

  private InvisibleCharacter() {}

  /** The first one in a text, as in {@code U+00A0 NO-BREAK SPACE}; null when all can be seen. Never a digit. */
  static @Nullable String firstIn(String text) {
    var first = text.codePoints().filter(InvisibleCharacter::isInvisible).findFirst();
    if (first.isPresent()) {
      return describe(first.getAsInt());
    }
    var letter = firstLetterLikeOther(text);
    return letter == null ? misplacedSpace(text) : letter;
  }

  /** Only if it is the only mistake: people can see the letters of a word. */
  private static @Nullable String firstLetterLikeOther(String text) {
    var zeros = LIKE_ZERO.matcher(text).replaceAll("0");
    var meant = LIKE_X.matcher(LIKE_ONE.matcher(zeros).replaceAll("1")).replaceAll("x");
    for (var at = 0; at < text.length() && PhoneNumberForm.hasKnownCharacters(meant); at++) {
      if (text.charAt(at) != meant.charAt(at)) {
        return describe(text.charAt(at));
      }
    }
    return null;
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
      default -> isOneOf(UNSEEN, character) || isOneOf(LIKE_DASHES, character);
    };
  }

  private static boolean isOneOf(Pattern characters, int character) {
    return characters.matcher(Character.toString(character)).matches();
  }

  private static String describe(int character) {
    return String.format(Locale.ROOT, "U+%04X %s", character, Character.getName(character));
  }
}
