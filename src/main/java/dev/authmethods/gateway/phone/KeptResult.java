package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MobilePhoneStillNeededError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.error.PhoneTypeAlreadyRegisteredError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
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
    var phone = result.phone() == null ? null : PhoneNumber.masked(result.phone());
    var errors = result.errors().stream().map(KeptResult::masked).toList();
    return new KeptResult(result.user(), phone, result.effect(), result.confirmation(), errors);
  }

  private static ExpectedError masked(ExpectedError error) {
    return switch (error) {
      case PhoneTypeAlreadyRegisteredError(var path, var existing, var same) -> new PhoneTypeAlreadyRegisteredError(
        path,
        PhoneNumber.masked(existing),
        same
      );
      case MobilePhoneStillNeededError(var path, var dependent) -> new MobilePhoneStillNeededError(
        path,
        PhoneNumber.masked(dependent)
      );
      case PhoneMethodChangedError(var path, var current) -> new PhoneMethodChangedError(
        path,
        PhoneNumber.masked(current)
      );
      default -> error;
    };
  }

  /** The errors are of the union of the same operation. */
  @SuppressWarnings("unchecked")
  <E extends ExpectedError> PhoneResult<E> replayed() {
    return new PhoneResult<>(user, phone, effect, confirmation, (List<E>) errors, true);
  }
}
