package dev.authmethods.gateway.method;

/** Whether a phone can be used to sign in by text message. Source: Microsoft Graph, authenticationMethodSignInState. */
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
