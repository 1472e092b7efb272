package dev.authmethods.gateway.access.token;

/**
 * The spelling of signed tokens: three parts in base64url, without padding. Decoders accept more than that, so one
 * token has any number of spellings, and a cache that keeps tokens under their hash would know none of the others.
 * Source: RFC 7515, sections 2 and 7.1; RFC 4648, section 3.5.
 */
public final class CompactJws {

  private static final int PARTS = 3;

  private CompactJws() {}

  /** Whether a token is spelled in the one way that it can be. */
  public static boolean isCanonical(String token) {
    int from = 0;
    for (int part = 1; part < PARTS; part++) {
      int dot = token.indexOf('.', from);
      if (dot < 0 || !isCanonical(token, from, dot)) {
        return false;
      }
      from = dot + 1;
    }
    return isCanonical(token, from, token.length());
  }

  private static boolean isCanonical(String token, int from, int to) {
    for (int at = from; at < to; at++) {
      if (value(token.charAt(at)) < 0) {
        return false;
      }
    }
    return to > from && hasNoBitsToSpare(value(token.charAt(to - 1)), (to - from) % 4);
  }

  /** Two last characters hold one byte and four bits that are nothing, three hold two bytes and two such bits. */
  private static boolean hasNoBitsToSpare(int last, int charactersInLastGroup) {
    return switch (charactersInLastGroup) {
      case 0 -> true;
      case 2 -> (last & 0b1111) == 0;
      case 3 -> (last & 0b11) == 0;
      default -> false;
    };
  }

  private static int value(char character) {
    if (character >= 'A' && character <= 'Z') {
      return character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
      return character - 'a' + 26;
    }
    if (character >= '0' && character <= '9') {
      return character - '0' + 52;
    }
    return character == '-' ? 62 : character == '_' ? 63 : -1;
  }
}
