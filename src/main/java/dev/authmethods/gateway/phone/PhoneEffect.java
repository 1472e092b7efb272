package dev.authmethods.gateway.phone;

/** What setting a phone came down to. */
enum PhoneEffect {
  /** The user had no phone of this type. */
  ADDED,
  /** The user had one with another number, or with one that may not be seen whole. */
  UPDATED,
  /** The user had the phone, with this number. Nothing was written. */
  UNCHANGED,
}
