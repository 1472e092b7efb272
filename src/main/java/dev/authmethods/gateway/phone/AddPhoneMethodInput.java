package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import org.jspecify.annotations.Nullable;

/** The input of {@code addPhoneMethod}. */
record AddPhoneMethodInput(
  UserRef user,
  String phoneNumber,
  @Nullable PhoneType phoneType,
  boolean validateOnly,
  @Nullable String idempotencyKey,
  @Nullable String clientMutationId
) implements NumberedPhoneInput {
  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "AddPhoneMethodInput[" + phoneType + "]";
  }
}
