package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.error.UpdatePhoneMethodError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code updatePhoneMethod}. */
record UpdatePhoneMethodPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<UpdatePhoneMethodError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  static UpdatePhoneMethodPayload of(Outcome<UpdatePhoneMethodError> outcome, UpdatePhoneMethodInput input) {
    return new UpdatePhoneMethodPayload(outcome.phone(), outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
