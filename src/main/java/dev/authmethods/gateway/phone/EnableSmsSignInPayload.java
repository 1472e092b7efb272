package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.EnableSmsSignInError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code enableSmsSignIn}. */
record EnableSmsSignInPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<EnableSmsSignInError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  static EnableSmsSignInPayload of(Outcome<EnableSmsSignInError> outcome, EnableSmsSignInInput input) {
    return new EnableSmsSignInPayload(outcome.phone(), outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
