package dev.authmethods.gateway.method;

import static dev.authmethods.gateway.method.MethodUse.PASSWORD_RESET;
import static dev.authmethods.gateway.method.MethodUse.SECOND_FACTOR;
import static dev.authmethods.gateway.method.MethodUse.SIGN_IN;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of methods, and what Microsoft documents of each. Sources:
 * https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods,
 * https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 */
public enum AuthenticationMethodKind {
  PHONE(false, SIGN_IN, SECOND_FACTOR, PASSWORD_RESET),
  EMAIL(false, PASSWORD_RESET),
  PASSKEY(true, SIGN_IN, SECOND_FACTOR),
  MICROSOFT_AUTHENTICATOR(false, SIGN_IN, SECOND_FACTOR, PASSWORD_RESET),
  PASSWORD(false, SIGN_IN),
  PLATFORM_CREDENTIAL(true, SIGN_IN, SECOND_FACTOR),
  SOFTWARE_OATH(false, SECOND_FACTOR, PASSWORD_RESET),
  TEMPORARY_ACCESS_PASS(false, SIGN_IN, SECOND_FACTOR),
  WINDOWS_HELLO_FOR_BUSINESS(true, SIGN_IN, SECOND_FACTOR),
  EXTERNAL_MFA(null, SECOND_FACTOR),
  QR_CODE_PIN(false, SIGN_IN),
  UNKNOWN(null);

  private final @Nullable Boolean isPhishingResistant;

  // The list never changes; the annotation that says so is not on the class path.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<MethodUse> uses;

  AuthenticationMethodKind(@Nullable Boolean isPhishingResistant, MethodUse... uses) {
    this.isPhishingResistant = isPhishingResistant;
    this.uses = List.of(uses);
  }

  /** Whether Microsoft calls methods of this kind phishing-resistant; null when it does not say. */
  public @Nullable Boolean isPhishingResistant() {
    return isPhishingResistant;
  }

  /** The uses of methods of this kind, where the tenant's policy allows them. */
  public List<MethodUse> uses() {
    return uses;
  }
}
