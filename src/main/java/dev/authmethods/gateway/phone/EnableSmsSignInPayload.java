package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.EnableSmsSignInError;
import dev.authmethods.gateway.method.AboutUser;
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
) implements AboutUser {
  static EnableSmsSignInPayload of(Outcome<EnableSmsSignInError> outcome, EnableSmsSignInInput input) {
    return new EnableSmsSignInPayload(outcome.phone(), outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
