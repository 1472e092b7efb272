package dev.authmethods.sandbox.phone;

/** Whether a phone can be used to sign in with a text message (Microsoft Graph: phoneAuthenticationMethod). */
public enum SignInState {
  NOT_SUPPORTED("notSupported"),
  NOT_ALLOWED_BY_POLICY("notAllowedByPolicy"),
  NOT_ENABLED("notEnabled"),
  PHONE_NUMBER_NOT_UNIQUE("phoneNumberNotUnique"),
  READY("ready");

  private final String wireName;

  SignInState(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
