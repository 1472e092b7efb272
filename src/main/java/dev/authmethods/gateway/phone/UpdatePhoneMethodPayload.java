package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.error.UpdatePhoneMethodError;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code updatePhoneMethod}. */
record UpdatePhoneMethodPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<UpdatePhoneMethodError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static UpdatePhoneMethodPayload of(PhoneResult<UpdatePhoneMethodError> result, UpdatePhoneMethodInput input) {
    return new UpdatePhoneMethodPayload(
      result.phone(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
