package dev.authmethods.gateway.api.document;

/**
 * How long the words and the texts of a document are, counted before anybody reads it: to read a number takes time by the square of
 * its digits.
 *
 * @param longestWord the most characters of a name or a number
 * @param longestText the most characters of a string or a comment
 * @param hasStringOutsideOfBraces whether a string is outside of all braces, where {@link Descriptions} are and hardly anything else
 */
record DocumentText(int longestWord, int longestText, boolean hasStringOutsideOfBraces) {
  private static final String BLOCK = "\"\"\"";

  static DocumentText of(String document) {
    int word = 0;
    int text = 0;
    int braces = 0;
    boolean outside = false;
    int at = 0;
    while (at < document.length()) {
      int end = end(document, at);
      if (isInAWord(document.charAt(at))) {
        word = Math.max(word, end - at);
      } else {
        text = Math.max(text, end - at);
      }
      switch (document.charAt(at)) {
        case '{' -> braces++;
        case '}' -> braces--;
        case '"' -> outside |= braces == 0;
        default -> {
        }
      }
      at = end;
    }
    return new DocumentText(word, text, outside);
  }

  /** The end of the word, string, comment or single character that begins here. */
  private static int end(String document, int from) {
    return switch (document.charAt(from)) {
      case '"' -> document.startsWith(BLOCK, from) ? endOfBlock(document, from) : endOfString(document, from);
      case '#' -> endOfLine(document, from);
      default -> endOfWord(document, from);
    };
  }

  private static int endOfWord(String document, int from) {
    int at = from;
    while (at < document.length() && isInAWord(document.charAt(at))) {
      at++;
    }
    return Math.max(at, from + 1);
  }

  private static boolean isInAWord(char character) {
    return (
      (character >= 'a' && character <= 'z') ||
      (character >= 'A' && character <= 'Z') ||
      (character >= '0' && character <= '9') ||
      character == '_'
    );
  }

  private static int endOfLine(String document, int from) {
    int at = from;
    while (at < document.length() && !isLineBreak(document.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isLineBreak(char character) {
    return character == '\n' || character == '\r';
  }

  private static int endOfString(String document, int from) {
    int at = from + 1;
    while (at < document.length() && document.charAt(at) != '"' && !isLineBreak(document.charAt(at))) {
      at += document.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, document.length());
  }

  private static int endOfBlock(String document, int from) {
    int at = document.indexOf(BLOCK, from + BLOCK.length());
    while (at > 0 && document.charAt(at - 1) == '\\') {
      at = document.indexOf(BLOCK, at + 1);
    }
    return at < 0 ? document.length() : at + BLOCK.length();
  }
}
