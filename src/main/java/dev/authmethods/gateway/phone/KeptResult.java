package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is kept of a {@link PhoneResult} to be repeated: all numbers masked. */
record KeptResult(
  @Nullable UserKey user,
  @Nullable PhoneMethod phone,
  @Nullable PhoneEffect effect,
  @Nullable Confirmation confirmation,
  List<ExpectedError> errors
) {
  static KeptResult of(PhoneResult<?> result) {
    return new KeptResult(
      result.user(),
      result.phone(),
      result.effect(),
      result.confirmation(),
      List.copyOf(result.errors())
    ).withPhones(PhoneNumber::masked);
  }

  /** The same, about the user by the object id: whoever has the name when it is repeated, it is about no other. */
  KeptResult reachedBy(ObjectId id) {
    return new KeptResult(id, phone, effect, confirmation, errors).withPhones(other -> other.reachedBy(id));
  }

  private KeptResult withPhones(UnaryOperator<PhoneMethod> change) {
    var changed = errors
      .stream()
      .map(error -> withPhone(error, change))
      .toList();
    return new KeptResult(user, phone == null ? null : change.apply(phone), effect, confirmation, changed);
  }

  private static ExpectedError withPhone(ExpectedError error, UnaryOperator<PhoneMethod> change) {
    return switch (error) {
      case PhoneTypeAlreadyRegisteredError(var path, var existing, var same) -> new PhoneTypeAlreadyRegisteredError(
        path,
        change.apply(existing),
        same
      );
      case MobilePhoneStillNeededError(var path, var dependent) -> new MobilePhoneStillNeededError(
        path,
        change.apply(dependent)
      );
      case PhoneMethodChangedError(var path, var current) -> new PhoneMethodChangedError(path, change.apply(current));
      default -> error;
    };
  }

  /** The errors are of the union of the same operation. */
  @SuppressWarnings("unchecked")
  <E extends ExpectedError> PhoneResult<E> replayed() {
    return new PhoneResult<>(user, phone, effect, confirmation, (List<E>) errors, true);
  }
}
