package dev.authmethods.gateway.phone.number;

/** What can be wrong with a phone number. */
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
