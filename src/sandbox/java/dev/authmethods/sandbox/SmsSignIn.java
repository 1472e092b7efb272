package dev.authmethods.sandbox;

import static dev.authmethods.sandbox.SignInState.NOT_ALLOWED_BY_POLICY;
import static dev.authmethods.sandbox.SignInState.NOT_ENABLED;
import static dev.authmethods.sandbox.SignInState.NOT_SUPPORTED;
import static dev.authmethods.sandbox.SignInState.PHONE_NUMBER_NOT_UNIQUE;
import static dev.authmethods.sandbox.SignInState.READY;

/** Sign-in with a text message: mobile phones only, in the policy's scope only, one user per number. */
final class SmsSignIn {

  private final Registrations registrations;

  SmsSignIn(Registrations registrations) {
    this.registrations = registrations;
  }

  /** A phone as it is after Graph has tried by itself to register it for sign-in (Create phoneMethod). */
  PhoneMethod register(User user, PhoneType type, PhoneNumber number) {
    return new PhoneMethod(type, number, attempt(user, type, number));
  }

  PhoneMethod enable(User user, PhoneMethod phone) {
    refuseUnlessMobile(phone);
    if (!user.smsSignIn()) {
      var text = "Can not enable Sms sign in on phone auth method as the credential policy is not enabled on user.";
      throw GraphError.of(405, "disabledByPolicy", text);
    }
    return register(user, phone.type(), phone.number());
  }

  PhoneMethod disable(User user, PhoneMethod phone) {
    refuseUnlessMobile(phone);
    return new PhoneMethod(phone.type(), phone.number(), user.smsSignIn() ? NOT_ENABLED : NOT_ALLOWED_BY_POLICY);
  }

  /** The number is kept all the same, for verification: the caller hears of the conflict, not of the save. */
  static void refuseConflict(PhoneMethod saved) {
    if (saved.state() == PHONE_NUMBER_NOT_UNIQUE) {
      throw GraphError.of(409, "phoneNumberNotUnique", "The phone number is already used for sign-in by another user.");
    }
  }

  private SignInState attempt(User user, PhoneType type, PhoneNumber number) {
    if (type != PhoneType.MOBILE) {
      return NOT_SUPPORTED;
    }
    if (!user.smsSignIn()) {
      return NOT_ALLOWED_BY_POLICY;
    }
    return registrations.isSignInNumberOfAnother(user, number) ? PHONE_NUMBER_NOT_UNIQUE : READY;
  }

  private static void refuseUnlessMobile(PhoneMethod phone) {
    if (phone.type() != PhoneType.MOBILE) {
      throw GraphError.badRequest("Only a mobile phone can be used for sign-in with a text message.");
    }
  }
}
