package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.outcome.Confirmation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param user         whom it was about; null when nobody was found, or nobody was looked for
 * @param phone        the phone after the change; null when there is none, or nothing was changed
 * @param effect       what the change came down to; null when nothing was changed, or there is no choice
 * @param confirmation how it is known that the change was made; null when it was not
 * @param errors       why nothing was changed; empty when it was, or would have been
 * @param replayed     whether an earlier request made the change
 */
record PhoneResult<E extends ExpectedError>(
  @Nullable UserKey user,
  @Nullable PhoneMethod phone,
  @Nullable PhoneEffect effect,
  @Nullable Confirmation confirmation,
  List<E> errors,
  boolean replayed
) {
  static <E extends ExpectedError> PhoneResult<E> made(
    UserKey user,
    @Nullable PhoneMethod phone,
    @Nullable PhoneEffect effect,
    Confirmation confirmation
  ) {
    return new PhoneResult<>(user, phone, effect, confirmation, List.of(), false);
  }

  /** Nothing was to be changed; empty when it would have been. */
  static <E extends ExpectedError> PhoneResult<E> checked(UserKey user, List<E> errors) {
    return refused(user, errors);
  }

  /** The same, found out for a request that came before. */
  PhoneResult<E> again() {
    return new PhoneResult<>(user, phone, effect, confirmation, errors, true);
  }

  /** The same, about the user by the object id. */
  PhoneResult<E> reachedBy(ObjectId id) {
    var same = phone == null ? null : phone.reachedBy(id);
    return new PhoneResult<>(id, same, effect, confirmation, errors, replayed);
  }

  static <E extends ExpectedError> PhoneResult<E> refused(@Nullable UserKey user, List<E> errors) {
    return new PhoneResult<>(user, null, null, null, errors, false);
  }
}
