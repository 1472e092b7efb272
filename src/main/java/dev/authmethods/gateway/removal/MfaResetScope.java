package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.MethodUse;

/** The methods that a reset takes away. */
enum MfaResetScope {
  ALL,
  SECOND_FACTORS,
  PORTAL;

  /** Whether the method is to go; a password never is. */
  boolean takes(AuthenticationMethod method) {
    return switch (this) {
      case ALL -> true;
      case SECOND_FACTORS -> mayBeSecondFactor(method.kind());
      case PORTAL -> isOfThePortal(method.kind());
    };
  }

  /** Nobody can say what a kind is for that the gateway does not know. */
  private static boolean mayBeSecondFactor(AuthenticationMethodKind kind) {
    return kind == AuthenticationMethodKind.UNKNOWN || kind.uses().contains(MethodUse.SECOND_FACTOR);
  }

  /** Source: https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userdevicesettings */
  private static boolean isOfThePortal(AuthenticationMethodKind kind) {
    return switch (kind) {
      case PHONE, MICROSOFT_AUTHENTICATOR, SOFTWARE_OATH -> true;
      default -> false;
    };
  }
}
