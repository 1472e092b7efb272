package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Change;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.PhoneErrors.PhoneMethodChangedError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of one of a user's phones, which its type names. */
interface PhoneChange extends Change<PhoneMethod> {
  PhoneType type();

  @Override
  EntraPhoneMethods methods();

  /** Only a phone that the user has can be changed or deleted. */
  @Override
  default List<? extends ExpectedError> stateErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(PhoneRules.phoneExists(type(), existing));
  }

  @Override
  default List<String> arguments() {
    return List.of(subject());
  }

  @Override
  default String subject() {
    return type().name();
  }

  @Override
  default Optional<PhoneMethod> find(List<PhoneMethod> existing) {
    return PhoneRules.find(type(), existing);
  }

  @Override
  default String fingerprint(PhoneMethod phone) {
    return methods().fingerprint(phone);
  }

  @Override
  default @Nullable PhoneMethod expected(UserKey user) {
    return new PhoneMethod(user, type().methodId(), null, null, type(), null);
  }

  /** The phone is gone, or is another than before. */
  @Override
  default List<? extends ExpectedError> conflictErrors(List<PhoneMethod> existing) {
    var changed = find(existing).map(phone -> new PhoneMethodChangedError(PhoneRules.TYPE, phone));
    return Stream.<ExpectedError>concat(certainErrors(existing).stream(), changed.stream()).limit(1).toList();
  }
}
