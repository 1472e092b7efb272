package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import org.jspecify.annotations.Nullable;

/** The input of {@code deletePhoneMethod}. */
record DeletePhoneMethodInput(
  UserRef user,
  @Nullable PhoneType phoneType,
  boolean validateOnly,
  @Nullable String idempotencyKey,
  @Nullable String clientMutationId
) implements PhoneInput {}
