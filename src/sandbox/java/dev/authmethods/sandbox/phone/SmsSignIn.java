package dev.authmethods.sandbox.phone;

import static dev.authmethods.sandbox.phone.SignInState.NOT_ALLOWED_BY_POLICY;
import static dev.authmethods.sandbox.phone.SignInState.NOT_ENABLED;
import static dev.authmethods.sandbox.phone.SignInState.NOT_SUPPORTED;
import static dev.authmethods.sandbox.phone.SignInState.PHONE_NUMBER_NOT_UNIQUE;
import static dev.authmethods.sandbox.phone.SignInState.READY;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.method.MethodStore;

/** Sign-in with a text message: mobile phones only, in the policy's scope only, one user per number. */
final class SmsSignIn {

  private final MethodStore registrations;

  SmsSignIn(MethodStore registrations) {
    this.registrations = registrations;
  }

  /** A phone after Graph has tried, unasked, to register it for sign-in (Create phoneMethod). */
  RegisteredPhone register(DirectoryUser user, PhoneMethodType type, StoredPhoneNumber number) {
    return new RegisteredPhone(type, number, attempt(user, type, number));
  }

  RegisteredPhone enable(DirectoryUser user, RegisteredPhone phone) {
    refuseUnlessMobile(phone);
    if (!user.smsSignIn()) {
      var text = "Can not enable Sms sign in on phone auth method as the credential policy is not enabled on user.";
      throw GraphError.of(405, "disabledByPolicy", text);
    }
    return register(user, phone.type(), phone.number());
  }

  RegisteredPhone disable(DirectoryUser user, RegisteredPhone phone) {
    refuseUnlessMobile(phone);
    return new RegisteredPhone(phone.type(), phone.number(), user.smsSignIn() ? NOT_ENABLED : NOT_ALLOWED_BY_POLICY);
  }

  /** Graph keeps the number nevertheless, for verification: the caller hears of the conflict, not of the save. */
  static void refuseConflict(RegisteredPhone saved) {
    if (saved.state() == PHONE_NUMBER_NOT_UNIQUE) {
      throw GraphError.of(409, "phoneNumberNotUnique", "The phone number is already used for sign-in by another user.");
    }
  }

  private SignInState attempt(DirectoryUser user, PhoneMethodType type, StoredPhoneNumber number) {
    if (type != PhoneMethodType.MOBILE) {
      return NOT_SUPPORTED;
    }
    if (!user.smsSignIn()) {
      return NOT_ALLOWED_BY_POLICY;
    }
    return isSignInNumberOfAnother(user, number) ? PHONE_NUMBER_NOT_UNIQUE : READY;
  }

  /**
   * Whether somebody else signs in with this number
   * (<a href="https://learn.microsoft.com/graph/api/phoneauthenticationmethod-enablesmssignin">enableSmsSignIn</a>).
   */
  private boolean isSignInNumberOfAnother(DirectoryUser user, StoredPhoneNumber number) {
    return registrations
      .ofOthers(user)
      .stream()
      .flatMap(UserPhones::of)
      .anyMatch(phone -> phone.state() == SignInState.READY && phone.number().equals(number));
  }

  private static void refuseUnlessMobile(RegisteredPhone phone) {
    if (phone.type() != PhoneMethodType.MOBILE) {
      throw GraphError.badRequest("Only a mobile phone can be used for sign-in with a text message.");
    }
  }
}
