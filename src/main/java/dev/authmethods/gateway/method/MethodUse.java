package dev.authmethods.gateway.method;

/** The uses of a method. */
public enum MethodUse {
  SIGN_IN,
  SECOND_FACTOR,
  PASSWORD_RESET,
}
