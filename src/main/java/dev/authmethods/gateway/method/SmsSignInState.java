package dev.authmethods.gateway.method;

/**
 * Whether a phone can be used to sign in by text message. Source:
 * https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod
 */
public enum SmsSignInState {
  NOT_SUPPORTED,
  NOT_ALLOWED_BY_POLICY,
  NOT_ENABLED,
  PHONE_NUMBER_NOT_UNIQUE,
  READY,
  NOT_CONFIGURED,
  /** A state that Microsoft added later. */
  UNKNOWN,
}
