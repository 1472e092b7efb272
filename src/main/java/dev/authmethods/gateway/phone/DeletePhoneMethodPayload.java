package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.DeletePhoneMethodError;
import dev.authmethods.gateway.error.MutationPayload;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
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
  @Nullable Confirmation confirmation,
  boolean replayed,
  @Nullable String clientMutationId
) implements MutationPayload, AboutUser {
  static DeletePhoneMethodPayload of(PhoneResult<DeletePhoneMethodError> result, DeletePhoneMethodInput input) {
    return new DeletePhoneMethodPayload(
      result.confirmation() == null ? null : input.phoneType(),
      result.user(),
      result.errors(),
      result.confirmation(),
      result.replayed(),
      input.clientMutationId()
    );
  }
}
