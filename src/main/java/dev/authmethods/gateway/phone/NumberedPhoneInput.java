package dev.authmethods.gateway.phone;

/** An input with a number. */
interface NumberedPhoneInput extends PhoneInput {
  /** As the client wrote it. */
  String phoneNumber();
}
