package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.error.SetPhoneMethodError;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code setPhoneMethod}. */
record SetPhoneMethodPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable PhoneEffect effect,
  @Nullable UserKey about,
  List<SetPhoneMethodError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static SetPhoneMethodPayload of(PhoneResult<SetPhoneMethodError> result, SetPhoneMethodInput input) {
    return new SetPhoneMethodPayload(
      result.phone(),
      result.effect(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
