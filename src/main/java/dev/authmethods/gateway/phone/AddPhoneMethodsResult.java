package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one item of {@code addPhoneMethods}. */
record AddPhoneMethodsResult(
  int index,
  @Nullable String clientKey,
  @Nullable PhoneMethod phoneMethod,
  @Nullable UserKey about,
  List<AddPhoneMethodError> errors,
  @Nullable Confirmation confirmation,
  boolean replayed
) implements AboutUser {
  static AddPhoneMethodsResult of(PhoneResult<AddPhoneMethodError> result, PhoneItem item) {
    return new AddPhoneMethodsResult(
      item.index(),
      item.clientKey(),
      result.phone(),
      result.user(),
      result.errors().stream().map(item::inItsPlace).toList(),
      result.confirmation(),
      result.replayed()
    );
  }

  /** The same, about the user by the object id. */
  AddPhoneMethodsResult reachedBy(ObjectId id) {
    var same = phoneMethod == null ? null : phoneMethod.reachedBy(id);
    return new AddPhoneMethodsResult(index, clientKey, same, id, errors, confirmation, replayed);
  }
}
