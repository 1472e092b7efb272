package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.DefaultMethodError;
import dev.authmethods.gateway.error.DeletePhoneMethodError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes a phone. */
record DeletePhone(
  DeletePhoneMethodInput input,
  Violations violations
) implements ChangeOfHeldPhone<DeletePhoneMethodError> {
  @Override
  public Operation operation() {
    return Operation.DELETE;
  }

  @Override
  public String mutation() {
    return "deletePhoneMethod";
  }

  @Override
  public List<DeletePhoneMethodError> shape() {
    return Broken.of(Broken.constraints(violations, input.user()), PhoneRules.typeIsGiven(input.phoneType()));
  }

  @Override
  public List<DeletePhoneMethodError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(policy.roleMay(caller, operation()));
  }

  @Override
  public List<DeletePhoneMethodError> state(List<PhoneMethod> held) {
    return Broken.of(PhoneRules.phoneIsHeld(type(), held), PhoneRules.mobileAfterAlternateMobile(type(), held));
  }

  @Override
  public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
    phones.delete(call, user, type());
    return null;
  }

  @Override
  public boolean leavesAPhone() {
    return false;
  }

  @Override
  public PhoneNumber.Likeness likeness(List<PhoneMethod> held) {
    return PhoneRules.sure(PhoneRules.find(type(), held).isEmpty());
  }

  /**
   * Which method is the default cannot be read in v1.0. It is the one documented reason to refuse that is left when the phone
   * is there and no other depends on it.
   */
  @Override
  public List<DeletePhoneMethodError> refusal(EntraFailure.Refused refused) {
    return refused.isBadRequest()
      ? List.of(new DefaultMethodError(PhoneRules.TYPE))
      : ChangeOfHeldPhone.super.refusal(refused);
  }

  @Override
  public DeletePhoneMethodError of(WriteError error) {
    return error;
  }

  @Override
  public DeletePhoneMethodError of(PhoneMethodChangedError error) {
    return error;
  }
}
