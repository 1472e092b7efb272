package dev.authmethods.gateway.error;

/** What {@code updatePhoneMethod} can be answered with instead of success. */
public sealed interface UpdatePhoneMethodError
  extends ExpectedError
  permits
    InvalidPhoneNumberError,
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneMethodNotFoundError,
    OwnAccountNotAllowedError,
    SmsSignInRegistrationFailedError,
    PhoneMethodChangedError,
    WriteError {}
