package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.SmsSignInRegistrationFailedError;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** A change that gives a phone a number. */
interface NumberedPhoneChange<E extends ExpectedError> extends PhoneChange<E> {
  @Override
  NumberedPhoneInput input();

  @Override
  default List<String> arguments() {
    return List.of(type().name(), input().phoneNumber());
  }

  @Override
  default PhoneNumber.Likeness likeness(List<PhoneMethod> held) {
    return PhoneRules.likeness(type(), input().phoneNumber(), held);
  }

  @Override
  default boolean isShown(List<PhoneMethod> held) {
    return PhoneRules.find(type(), held)
      .filter(phone -> phone.phoneNumber() == null)
      .isEmpty();
  }

  /** Microsoft Graph saves a number whose registration for signing in fails, and answers with the reason of that. */
  @Override
  default boolean isSavedInSpiteOf(EntraFailure.Refused refused) {
    return SmsSignInRegistrationFailedError.stateOf(refused.code()) != null;
  }

  /** What is left of the input to refuse is the number. */
  @Override
  default List<E> refusal(EntraFailure.Refused refused) {
    var state = SmsSignInRegistrationFailedError.stateOf(refused.code());
    if (state != null) {
      return List.of(of(new SmsSignInRegistrationFailedError(PhoneRules.NUMBER, state)));
    }
    return refused.isBadRequest() ? List.of(of(PhoneRules.numberIsRefused())) : PhoneChange.super.refusal(refused);
  }

  /** The same error as a member of the union. */
  E of(InvalidPhoneNumberError error);

  /** The same error as a member of the union. */
  E of(SmsSignInRegistrationFailedError error);
}
