package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserRef;
import org.jspecify.annotations.Nullable;

/** What the inputs of all changes of a phone have in common. */
interface PhoneInput {
  /** Whose phone. */
  UserRef user();

  /** Which phone; null when the client left it out. */
  @Nullable
  PhoneType phoneType();

  /** Whether to write nothing. */
  boolean validateOnly();

  /** What makes it safe to repeat; null when the client does not ask for that. */
  @Nullable
  String idempotencyKey();
}
