package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.DisableSmsSignInError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code disableSmsSignIn}. */
record DisableSmsSignInPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<DisableSmsSignInError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  static DisableSmsSignInPayload of(Outcome<DisableSmsSignInError> outcome, DisableSmsSignInInput input) {
    return new DisableSmsSignInPayload(outcome.phone(), outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
