package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.EnableSmsSignInError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code enableSmsSignIn}. */
record EnableSmsSignInPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<EnableSmsSignInError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static EnableSmsSignInPayload of(PhoneResult<EnableSmsSignInError> result, EnableSmsSignInInput input) {
    return new EnableSmsSignInPayload(
      result.phone(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
