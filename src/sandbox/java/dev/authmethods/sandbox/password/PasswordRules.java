package dev.authmethods.sandbox.password;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.GraphError;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The rules for passwords in the cloud
 * (<a href="https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#microsoft-entra-password-policies">Microsoft
 * Entra password policies</a>).
 */
final class PasswordRules {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;
  private static final int KINDS = 3;
  private static final String SYMBOLS = "@#$%^&*-_!+=[]{}|\\:',.?/`~\"();<> ";
  private static final List<IntPredicate> FOUR_KINDS = List.of(
    character -> character >= 'a' && character <= 'z',
    character -> character >= 'A' && character <= 'Z',
    character -> character >= '0' && character <= '9',
    character -> SYMBOLS.indexOf(character) >= 0
  );

  private PasswordRules() {}

  /**
   * Refuses a password that breaks a rule.
   *
   * @param banned words that no password contains
   */
  static void check(String password, List<String> banned) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw refused("The password has to have 8 to 256 characters.");
    }
    if (!password.chars().allMatch(PasswordRules::isAllowed)) {
      throw refused("The password contains characters that are not allowed.");
    }
    if (kindsIn(password).count() < KINDS) {
      throw refused("The password does not comply with the complexity requirements.");
    }
    if (banned.stream().anyMatch(password.toLowerCase(ROOT)::contains)) {
      throw refused("The password contains a word that is easy to guess.");
    }
  }

  /** The refusal of a password that the user has already. */
  static GraphError usedBefore() {
    return refused("The password was used before.");
  }

  private static boolean isAllowed(int character) {
    return FOUR_KINDS.stream().anyMatch(kind -> kind.test(character));
  }

  private static Stream<IntPredicate> kindsIn(String password) {
    return FOUR_KINDS.stream().filter(kind -> password.chars().anyMatch(kind));
  }

  private static GraphError refused(String text) {
    return GraphError.badRequest(text);
  }
}
