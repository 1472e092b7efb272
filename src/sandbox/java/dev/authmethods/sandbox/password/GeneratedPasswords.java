package dev.authmethods.sandbox.password;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passwords that the service makes up, in the form of those that administrators get: {@code Cuyo5459}. */
final class GeneratedPasswords {

  private static final String CAPITALS = "BCDFGHJKLMNPQRSTVWXYZ";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";
  private static final String VOWELS = "aeou";
  private static final String DIGITS = "0123456789";
  private static final RandomGenerator RANDOM = new SecureRandom();

  private GeneratedPasswords() {}

  static String next() {
    return Stream.of(CAPITALS, VOWELS, CONSONANTS, VOWELS, DIGITS, DIGITS, DIGITS, DIGITS)
      .map(GeneratedPasswords::oneOf)
      .collect(Collectors.joining());
  }

  private static String oneOf(String characters) {
    int at = RANDOM.nextInt(characters.length());
    return characters.substring(at, at + 1);
  }
}
