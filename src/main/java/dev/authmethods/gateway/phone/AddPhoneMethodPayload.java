package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of {@code addPhoneMethod}. */
record AddPhoneMethodPayload(
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<AddPhoneMethodError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  static AddPhoneMethodPayload of(Outcome<AddPhoneMethodError> outcome, AddPhoneMethodInput input) {
    return new AddPhoneMethodPayload(outcome.phone(), outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
