package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.DeletePhoneMethodError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payload of the mutation that deletes a phone.
 *
 * @param deleted the type of the phone that is gone; null when none is
 */
record DeletePhoneMethodPayload(
  @Nullable PhoneType deleted,
  @Nullable UserKey about,
  List<DeletePhoneMethodError> errors,
  @Nullable String clientMutationId
) implements MutationPayload {
  static DeletePhoneMethodPayload of(Outcome<DeletePhoneMethodError> outcome, DeletePhoneMethodInput input) {
    var deleted = outcome.errors().isEmpty() && !input.validateOnly() ? input.phoneType() : null;
    return new DeletePhoneMethodPayload(deleted, outcome.user(), outcome.errors(), input.clientMutationId());
  }
}
