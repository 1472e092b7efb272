package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.number.PhoneNumber;

/** Changes the number of a phone. Source: https://learn.microsoft.com/graph/api/phoneauthenticationmethod-update */
record UpdatePhoneMethod(
  NumberInput input,
  PhoneNumber number,
  PhoneType type,
  EntraPhoneMethods methods
) implements NumberChange {
  static final Operation OPERATION = Operation.write(
    "updatePhoneMethod",
    OwnError.class,
    EntraPhoneMethods.WRITE
  ).notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits
      PhoneErrors.InvalidPhoneNumberError,
      PhoneErrors.PhoneTypeRequiredError,
      PhoneErrors.ExistingPhoneError,
      PhoneErrors.SmsSignInRegistrationFailedError {}

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.update(call, user, type, number);
  }
}
