package dev.authmethods.gateway.method;

/** What a method can be used for. */
public enum MethodUse {
  SIGN_IN,
  SECOND_FACTOR,
  PASSWORD_RESET,
}
