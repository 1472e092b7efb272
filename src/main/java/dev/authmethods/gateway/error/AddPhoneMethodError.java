package dev.authmethods.gateway.error;

import java.util.List;

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
    SmsSignInRegistrationFailedError,
    CloudNotSupportedError,
    WriteError
{
  /** The same error of another place in the request. */
  AddPhoneMethodError at(List<String> path);
}
