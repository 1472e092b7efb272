package dev.authmethods.gateway.password;

import dev.authmethods.gateway.change.Parsed;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedError;
import dev.authmethods.gateway.password.PasswordErrors.PasswordRefusedReason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A password that the client gives. Only rules that hold in every tenant are checked here; Microsoft Graph decides about the rest.
 * Source: https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#microsoft-entra-password-policies
 */
record NewPassword(String value) {
  static final List<String> PATH = List.of("input", "newPassword");

  private static final int MIN_LENGTH = 8;
  private static final int MAX_LENGTH = 256;
  private static final int MIN_KINDS = 3;

  /** Letters, digits, the space and every other printable character of ASCII. */
  private static final Pattern ALLOWED = Pattern.compile("[ -~]*");

  private static final List<Pattern> KINDS = Stream.of("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")
    .map(Pattern::compile)
    .toList();

  static Parsed<NewPassword> parse(String text) {
    var reason = violation(text);
    return reason == null
      ? Parsed.valid(new NewPassword(text))
      : Parsed.invalid(new PasswordRefusedError(PATH, reason));
  }

  /** The length is a constraint of the schema, which has the error. */
  private static @Nullable PasswordRefusedReason violation(String text) {
    if (!ALLOWED.matcher(text).matches()) {
      return PasswordRefusedReason.INVALID_CHARACTERS;
    }
    var isOfRightLength = text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH;
    return isOfRightLength && kindsIn(text) < MIN_KINDS ? PasswordRefusedReason.TOO_SIMPLE : null;
  }

  private static long kindsIn(String text) {
    return KINDS.stream()
      .filter(kind -> kind.matcher(text).find())
      .count();
  }

  /** Without the password: it must not reach a log. */
  @Override
  public String toString() {
    return "NewPassword";
  }
}
