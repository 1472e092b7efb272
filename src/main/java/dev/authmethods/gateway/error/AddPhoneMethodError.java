package dev.authmethods.gateway.error;

/** What {@code addPhoneMethod} can be answered with instead of success. */
public sealed interface AddPhoneMethodError
  extends ExpectedError
  permits
    InvalidPhoneNumberError,
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneTypeAlreadyRegisteredError,
    MobilePhoneRequiredError,
    OwnAccountNotAllowedError,
    CloudNotSupportedError,
    UpstreamError {}
