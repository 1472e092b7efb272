package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code addPhoneMethod}. */
record AddPhoneMethodPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<AddPhoneMethodError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static AddPhoneMethodPayload of(PhoneResult<AddPhoneMethodError> result, AddPhoneMethodInput input) {
    return new AddPhoneMethodPayload(
      result.phone(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
