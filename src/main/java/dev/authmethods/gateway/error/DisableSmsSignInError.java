package dev.authmethods.gateway.error;

/** What {@code disableSmsSignIn} can be answered with instead of success. */
public sealed interface DisableSmsSignInError
  extends ExpectedError
  permits
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneMethodNotFoundError,
    SmsSignInNotAllowedError,
    CloudNotSupportedError,
    PhoneMethodChangedError,
    WriteError {}
