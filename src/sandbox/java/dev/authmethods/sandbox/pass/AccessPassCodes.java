package dev.authmethods.sandbox.pass;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Codes of new passes. */
final class AccessPassCodes {

  private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%&*+-=?@^_";
  private static final RandomGenerator RANDOM = new SecureRandom();

  private AccessPassCodes() {}

  static String next(int length) {
    return RANDOM.ints(length, 0, CHARACTERS.length())
      .mapToObj(index -> CHARACTERS.substring(index, index + 1))
      .collect(Collectors.joining());
  }
}
