package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.DeletePhoneMethodError;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.GlobalId;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payload of the mutation that deletes a phone. */
record DeletePhoneMethodPayload(
  @Nullable GlobalId deletedPhoneMethodId,
  @Nullable UserKey about,
  List<DeletePhoneMethodError> errors,
  @Nullable String clientMutationId
) implements AboutUser {
  static DeletePhoneMethodPayload of(Outcome<DeletePhoneMethodError> outcome, DeletePhoneMethodInput input) {
    return new DeletePhoneMethodPayload(
      gone(outcome, input),
      outcome.user(),
      outcome.errors(),
      input.clientMutationId()
    );
  }

  private static @Nullable GlobalId gone(Outcome<DeletePhoneMethodError> outcome, DeletePhoneMethodInput input) {
    return outcome.user() == null || input.phoneType() == null || !outcome.errors().isEmpty() || input.validateOnly()
      ? null
      : new GlobalId.OfPhoneMethod(outcome.user(), input.phoneType().methodId());
  }
}
