package dev.authmethods.gateway.error;

/** The kinds of failure. */
public enum ErrorCategory {
  INVALID_INPUT,
  CONFLICT,
  NOT_FOUND,
  FORBIDDEN,
  UNSUPPORTED,
  THROTTLED,
  UNAVAILABLE,
  CONFIGURATION,
}
