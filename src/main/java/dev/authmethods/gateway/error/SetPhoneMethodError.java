package dev.authmethods.gateway.error;

/** What {@code setPhoneMethod} can be answered with instead of success. */
public sealed interface SetPhoneMethodError
  extends ExpectedError
  permits
    InvalidPhoneNumberError,
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneTypeAlreadyRegisteredError,
    PhoneMethodNotFoundError,
    PhoneMethodChangedError,
    MobilePhoneRequiredError,
    OwnAccountNotAllowedError,
    SmsSignInRegistrationFailedError,
    CloudNotSupportedError,
    WriteError {}
