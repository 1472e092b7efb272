package dev.authmethods.gateway.phone.number;

/** The reason why a phone number is invalid. */
public enum InvalidPhoneNumberReason {
  MISSING_PLUS,
  MISSING_SPACE,
  UNKNOWN_COUNTRY_CODE,
  DIALING_PREFIX,
  INVALID_CHARACTERS,
  TOO_SHORT,
  TOO_LONG,
  INVALID_EXTENSION,
  REFUSED_UPSTREAM,
}
