package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param user   whom it was about; null when nobody was found, or nobody was looked for
 * @param phone  the phone after the change; null when there is none, or nothing was changed
 * @param errors why nothing was changed; empty when it was, or would have been
 */
record Outcome<E extends ExpectedError>(@Nullable UserKey user, @Nullable PhoneMethod phone, List<E> errors) {
  static <E extends ExpectedError> Outcome<E> made(UserKey user, @Nullable PhoneMethod phone) {
    return new Outcome<>(user, phone, List.of());
  }

  /** Nothing was to be changed; empty when it would have been. */
  static <E extends ExpectedError> Outcome<E> checked(UserKey user, List<E> errors) {
    return new Outcome<>(user, null, errors);
  }

  static <E extends ExpectedError> Outcome<E> refused(@Nullable UserKey user, List<E> errors) {
    return new Outcome<>(user, null, errors);
  }
}
