package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.InvalidPhoneNumberError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.SetPhoneMethodError;
import dev.authmethods.gateway.error.SmsSignInRegistrationFailedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a user a phone of a type, whether there is one already or not. */
sealed interface SetPhone
  extends NumberedPhoneChange<SetPhoneMethodError>, ChangeOfHeldPhone<SetPhoneMethodError>
  permits SetPhone.Undecided, SetPhone.Adding, SetPhone.Updating
{
  @Override
  SetPhoneMethodInput input();

  /** The constraints of the schema that the input breaks. */
  Violations violations();

  /** Before anybody has looked. */
  record Undecided(SetPhoneMethodInput input, Violations violations) implements SetPhone {
    @Override
    public List<SetPhoneMethodError> state(List<PhoneMethod> held) {
      return facing(PhoneRules.find(type(), held).isPresent()).state(held);
    }

    @Override
    public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
      throw new IllegalStateException("Undecided");
    }
  }

  /** Where there is none. */
  record Adding(SetPhoneMethodInput input, Violations violations) implements SetPhone {
    @Override
    public List<SetPhoneMethodError> state(List<PhoneMethod> held) {
      return Broken.of(
        PhoneRules.onePhoneOfEachType(type(), input.phoneNumber(), held),
        PhoneRules.mobileBeforeAlternateMobile(type(), held)
      );
    }

    @Override
    public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
      return phones.add(call, user, type(), input.phoneNumber());
    }

    @Override
    public PhoneEffect effect() {
      return PhoneEffect.ADDED;
    }

    /** To be added is not what was asked for: what somebody else has added meanwhile is another phone than before. */
    @Override
    public List<SetPhoneMethodError> certain(List<PhoneMethod> held) {
      return Broken.of(PhoneRules.mobileBeforeAlternateMobile(type(), held));
    }
  }

  /** Where there is one. */
  record Updating(SetPhoneMethodInput input, Violations violations) implements SetPhone {
    @Override
    public List<SetPhoneMethodError> state(List<PhoneMethod> held) {
      return Broken.of(PhoneRules.phoneIsHeld(type(), held));
    }

    /** A number that is masked may be another where it is not shown. */
    @Override
    public boolean isNothing(List<PhoneMethod> held) {
      return likeness(held) == PhoneNumber.Likeness.SAME;
    }

    @Override
    public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
      phones.update(call, user, type(), input.phoneNumber());
      return null;
    }

    @Override
    public PhoneEffect effect() {
      return PhoneEffect.UPDATED;
    }
  }

  @Override
  default SetPhone facing(boolean held) {
    return held ? new Updating(input(), violations()) : new Adding(input(), violations());
  }

  /** It may come to that. */
  @Override
  default Operation operation() {
    return Operation.ADD;
  }

  @Override
  default String mutation() {
    return "setPhoneMethod";
  }

  @Override
  default List<SetPhoneMethodError> shape() {
    return Broken.of(
      Broken.constraints(violations(), input().user()),
      PhoneRules.numberHasTheForm(input().phoneNumber()),
      PhoneRules.typeIsGiven(input().phoneType())
    );
  }

  @Override
  default List<SetPhoneMethodError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(
      policy.roleMay(caller, operation()),
      policy.notTheOwnAccount(caller, user),
      policy.cloudOffers(operation())
    );
  }

  @Override
  default SetPhoneMethodError of(WriteError error) {
    return error;
  }

  @Override
  default SetPhoneMethodError of(InvalidPhoneNumberError error) {
    return error;
  }

  @Override
  default SetPhoneMethodError of(SmsSignInRegistrationFailedError error) {
    return error;
  }

  @Override
  default SetPhoneMethodError of(PhoneMethodChangedError error) {
    return error;
  }
}
