package dev.authmethods.gateway.phone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input of {@code addPhoneMethods}. */
record AddPhoneMethodsInput(
  List<AddPhoneMethodsItem> items,
  boolean validateOnly,
  @Nullable String idempotencyKey,
  @Nullable String clientMutationId
) {}
