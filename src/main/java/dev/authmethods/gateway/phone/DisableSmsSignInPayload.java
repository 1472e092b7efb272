package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.DisableSmsSignInError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code disableSmsSignIn}. */
record DisableSmsSignInPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<DisableSmsSignInError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static DisableSmsSignInPayload of(PhoneResult<DisableSmsSignInError> result, DisableSmsSignInInput input) {
    return new DisableSmsSignInPayload(
      result.phone(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
