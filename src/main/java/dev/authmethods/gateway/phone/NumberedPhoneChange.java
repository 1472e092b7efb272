package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** A change that gives a phone a number. */
interface NumberedPhoneChange<E extends ExpectedError> extends PhoneChange<E> {
  @Override
  NumberedPhoneInput input();

  @Override
  default boolean isMade(List<PhoneMethod> held) {
    return PhoneRules.find(type(), held)
      .map(PhoneMethod::phoneNumber)
      .filter(shown -> PhoneNumber.read(input().phoneNumber()) instanceof PhoneNumber.Accepted(var n) && n.canBe(shown))
      .isPresent();
  }

  /** What is left of the input to refuse is the number. */
  @Override
  default List<E> refusal(EntraFailure.Refused refused) {
    return refused.isBadRequest() ? List.of(of(PhoneRules.numberIsRefused())) : PhoneChange.super.refusal(refused);
  }

  /** The same error as a member of the union. */
  E of(InvalidPhoneNumberError error);
}
