package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.SmsSignInRegistrationFailedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a phone.
 *
 * @param isProvisional whether another phone of the same user was to be added before it, and was not
 */
record AddPhone(
  AddPhoneMethodInput input,
  Violations violations,
  boolean isProvisional
) implements NumberedPhoneChange<AddPhoneMethodError> {
  AddPhone(AddPhoneMethodInput input, Violations violations) {
    this(input, violations, false);
  }

  @Override
  public Operation operation() {
    return Operation.ADD;
  }

  @Override
  public String mutation() {
    return "addPhoneMethod";
  }

  /** A right one costs one call. What is there cannot be overwritten: Microsoft Graph refuses a second phone of a type. */
  @Override
  public boolean looksFirst() {
    return false;
  }

  @Override
  public List<AddPhoneMethodError> shape() {
    return Broken.of(
      Broken.constraints(violations, input.user()),
      PhoneRules.numberHasTheForm(input.phoneNumber()),
      PhoneRules.typeIsGiven(input.phoneType())
    );
  }

  @Override
  public List<AddPhoneMethodError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return mayAdd(caller, user, policy);
  }

  @Override
  public List<AddPhoneMethodError> state(List<PhoneMethod> held) {
    return Broken.of(
      PhoneRules.onePhoneOfEachType(type(), input.phoneNumber(), held),
      PhoneRules.mobileBeforeAlternateMobile(type(), held)
    );
  }

  /** What is there now is another phone of the type, or the one that was asked for. */
  @Override
  public List<AddPhoneMethodError> overtaken(List<PhoneMethod> held) {
    return state(held);
  }

  @Override
  public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
    return phones.add(call, user, type(), input.phoneNumber());
  }

  @Override
  public AddPhoneMethodError of(WriteError error) {
    return error;
  }

  @Override
  public AddPhoneMethodError of(InvalidPhoneNumberError error) {
    return error;
  }

  @Override
  public AddPhoneMethodError of(SmsSignInRegistrationFailedError error) {
    return error;
  }

  /** Why a caller may not add a phone to a user, whatever its type and number. */
  static List<AddPhoneMethodError> mayAdd(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(
      policy.roleMay(caller, Operation.ADD),
      policy.notTheOwnAccount(caller, user),
      policy.cloudOffers(Operation.ADD)
    );
  }

  /** Why a phone of a type cannot be added to the phones that a user has, whatever its number. */
  static List<AddPhoneMethodError> canAdd(PhoneType type, List<PhoneMethod> held) {
    return Broken.of(PhoneRules.onePhoneOfEachType(type, held), PhoneRules.mobileBeforeAlternateMobile(type, held));
  }
}
