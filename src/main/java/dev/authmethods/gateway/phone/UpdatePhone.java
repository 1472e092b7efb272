package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.SmsSignInRegistrationFailedError;
import dev.authmethods.gateway.error.UpdatePhoneMethodError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes the number of a phone. */
record UpdatePhone(
  UpdatePhoneMethodInput input,
  Violations violations
) implements NumberedPhoneChange<UpdatePhoneMethodError>, ChangeOfHeldPhone<UpdatePhoneMethodError> {
  @Override
  public Operation operation() {
    return Operation.UPDATE;
  }

  @Override
  public String mutation() {
    return "updatePhoneMethod";
  }

  @Override
  public List<UpdatePhoneMethodError> shape() {
    return Broken.of(
      Broken.constraints(violations, input.user()),
      PhoneRules.numberHasTheForm(input.phoneNumber()),
      PhoneRules.typeIsGiven(input.phoneType())
    );
  }

  @Override
  public List<UpdatePhoneMethodError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(policy.roleMay(caller, operation()), policy.notTheOwnAccount(caller, user));
  }

  @Override
  public List<UpdatePhoneMethodError> state(List<PhoneMethod> held) {
    return Broken.of(PhoneRules.phoneIsHeld(type(), held));
  }

  @Override
  public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
    phones.update(call, user, type(), input.phoneNumber());
    return null;
  }

  @Override
  public UpdatePhoneMethodError of(WriteError error) {
    return error;
  }

  @Override
  public UpdatePhoneMethodError of(InvalidPhoneNumberError error) {
    return error;
  }

  @Override
  public UpdatePhoneMethodError of(SmsSignInRegistrationFailedError error) {
    return error;
  }

  @Override
  public UpdatePhoneMethodError of(PhoneMethodChangedError error) {
    return error;
  }
}
