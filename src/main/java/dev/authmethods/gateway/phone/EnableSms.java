package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.EnableSmsSignInError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedError;
import dev.authmethods.gateway.error.SmsSignInNotAllowedReason;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a user sign in by text message. */
record EnableSms(EnableSmsSignInInput input, Violations violations) implements SmsSignInChange<EnableSmsSignInError> {
  @Override
  public String mutation() {
    return "enableSmsSignIn";
  }

  @Override
  public List<EnableSmsSignInError> shape() {
    return Broken.of(Broken.constraints(violations, input.user()), PhoneRules.typeIsGiven(input.phoneType()));
  }

  @Override
  public List<EnableSmsSignInError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(
      policy.roleMay(caller, operation()),
      policy.cloudOffers(operation()),
      PhoneRules.smsSignInIsForMobiles(type())
    );
  }

  @Override
  public List<EnableSmsSignInError> state(List<PhoneMethod> held) {
    return Broken.of(PhoneRules.phoneIsHeld(type(), held), PhoneRules.smsSignInIsAllowed(type(), held));
  }

  /** The policy and the numbers of others may have changed since the phone was registered. */
  @Override
  public List<EnableSmsSignInError> certain(List<PhoneMethod> held) {
    return Broken.of(PhoneRules.phoneIsHeld(type(), held));
  }

  @Override
  public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
    phones.enableSmsSignIn(call, user, type());
    return null;
  }

  @Override
  public PhoneNumber.Likeness likeness(List<PhoneMethod> held) {
    return PhoneRules.sure(
      PhoneRules.find(type(), held)
        .filter(phone -> phone.smsSignInState() == SmsSignInState.READY)
        .isPresent()
    );
  }

  @Override
  public List<EnableSmsSignInError> refusal(EntraFailure.Refused refused) {
    return switch (refused.code()) {
      case "phoneNumberNotUnique" -> notAllowed(SmsSignInNotAllowedReason.PHONE_NUMBER_NOT_UNIQUE);
      case "disabledByPolicy" -> notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY);
      default -> SmsSignInChange.super.refusal(refused);
    };
  }

  private static List<EnableSmsSignInError> notAllowed(SmsSignInNotAllowedReason reason) {
    return List.of(new SmsSignInNotAllowedError(PhoneRules.TYPE, reason));
  }

  @Override
  public EnableSmsSignInError of(WriteError error) {
    return error;
  }

  @Override
  public EnableSmsSignInError of(PhoneMethodChangedError error) {
    return error;
  }
}
