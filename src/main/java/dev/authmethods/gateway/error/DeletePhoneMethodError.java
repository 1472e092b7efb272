package dev.authmethods.gateway.error;

/** What {@code deletePhoneMethod} can be answered with instead of success. */
public sealed interface DeletePhoneMethodError
  extends ExpectedError
  permits
    InvalidInputError,
    PhoneTypeRequiredError,
    PhoneMethodNotFoundError,
    MobilePhoneStillNeededError,
    DefaultMethodError,
    PhoneMethodChangedError,
    WriteError {}
