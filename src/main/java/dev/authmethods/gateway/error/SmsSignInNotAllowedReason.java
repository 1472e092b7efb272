package dev.authmethods.gateway.error;

/** Why a phone cannot be used to sign in by text message. */
public enum SmsSignInNotAllowedReason {
  NOT_A_MOBILE_PHONE,
  NOT_ALLOWED_BY_POLICY,
  PHONE_NUMBER_NOT_UNIQUE,
}
