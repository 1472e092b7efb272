package dev.authmethods.gateway.error;

/** What {@code enableSmsSignIn} can be answered with instead of success. */
public sealed interface EnableSmsSignInError
  extends ExpectedError
  permits
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneMethodNotFoundError,
    SmsSignInNotAllowedError,
    CloudNotSupportedError,
    PhoneMethodChangedError,
    WriteError {}
