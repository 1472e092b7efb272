package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.PhoneMethodChangedError;
import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;
import java.util.stream.Stream;

/** A change of a phone that the user has. */
interface ChangeOfHeldPhone<E extends ExpectedError> extends PhoneChange<E> {
  /** The phone is gone, or is another than before. */
  @Override
  default List<E> overtaken(List<PhoneMethod> held) {
    var changed = PhoneRules.find(type(), held).map(phone -> of(new PhoneMethodChangedError(PhoneRules.TYPE, phone)));
    return Stream.concat(certain(held).stream(), changed.stream()).limit(1).toList();
  }

  /** The same error as a member of the union. */
  E of(PhoneMethodChangedError error);
}
