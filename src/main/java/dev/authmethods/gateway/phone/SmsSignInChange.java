package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.SmsSignInState;
import java.util.List;

/** A change of whether a user can sign in by text message. */
interface SmsSignInChange<E extends ExpectedError> extends ChangeOfHeldPhone<E> {
  @Override
  default Operation operation() {
    return Operation.SMS_SIGN_IN;
  }

  @Override
  default boolean isShown(List<PhoneMethod> held) {
    return PhoneRules.find(type(), held)
      .filter(phone -> phone.smsSignInState() == SmsSignInState.UNKNOWN)
      .isEmpty();
  }

  @Override
  default String mark(PhoneMethod phone) {
    return phone.phoneNumber() + " " + phone.smsSignInState();
  }

  /** Addressed by name the actions have been seen to be answered with success and to do nothing. */
  @Override
  default boolean needsObjectId() {
    return true;
  }
}
