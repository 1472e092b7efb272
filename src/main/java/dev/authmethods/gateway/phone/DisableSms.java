package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.error.DisableSmsSignInError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stops a user from signing in by text message. */
record DisableSms(
  DisableSmsSignInInput input,
  Violations violations
) implements SmsSignInChange<DisableSmsSignInError> {
  private static final Set<@Nullable SmsSignInState> DISABLED = EnumSet.complementOf(
    EnumSet.of(SmsSignInState.READY, SmsSignInState.UNKNOWN)
  );

  @Override
  public String mutation() {
    return "disableSmsSignIn";
  }

  @Override
  public List<DisableSmsSignInError> shape() {
    return Broken.of(Broken.constraints(violations, input.user()), PhoneRules.typeIsGiven(input.phoneType()));
  }

  @Override
  public List<DisableSmsSignInError> standing(Caller caller, UserKey user, AccessPolicy policy) {
    return Broken.of(
      policy.roleMay(caller, operation()),
      policy.cloudOffers(operation()),
      PhoneRules.smsSignInIsForMobiles(type())
    );
  }

  @Override
  public List<DisableSmsSignInError> state(List<PhoneMethod> held) {
    return Broken.of(PhoneRules.phoneIsHeld(type(), held));
  }

  @Override
  public @Nullable PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user) {
    phones.disableSmsSignIn(call, user, type());
    return null;
  }

  @Override
  public PhoneNumber.Likeness likeness(List<PhoneMethod> held) {
    return PhoneRules.sure(
      PhoneRules.find(type(), held)
        .filter(phone -> DISABLED.contains(phone.smsSignInState()))
        .isPresent()
    );
  }

  @Override
  public DisableSmsSignInError of(WriteError error) {
    return error;
  }

  @Override
  public DisableSmsSignInError of(PhoneMethodChangedError error) {
    return error;
  }
}
