package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import org.jspecify.annotations.Nullable;

/** One phone of many. */
record AddPhoneMethodsItem(
  @Nullable String clientKey,
  UserRef user,
  String phoneNumber,
  @Nullable PhoneType phoneType,
  @Nullable String idempotencyKey
) {
  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "AddPhoneMethodsItem[" + phoneType + "]";
  }
}
