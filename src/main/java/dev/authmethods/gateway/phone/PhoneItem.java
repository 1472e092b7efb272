package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.AddPhoneMethodError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One item of {@code addPhoneMethods}: a phone to add as by {@code addPhoneMethod}, in a place of its own.
 *
 * @param index     its place in the list
 * @param clientKey by which the client knows it
 */
record PhoneItem(int index, @Nullable String clientKey, AddPhone phone) {
  private static final String INPUT = "input";
  private static final String ITEMS = "items";

  static PhoneItem of(AddPhoneMethodsInput input, int index, Violations violations) {
    var item = input.items().get(index);
    var phone = new AddPhoneMethodInput(
      item.user(),
      item.phoneNumber(),
      item.phoneType(),
      input.validateOnly(),
      key(input, item, index),
      null
    );
    return new PhoneItem(index, item.clientKey(), new AddPhone(phone, own(violations, index)));
  }

  /** Its own, or one that follows from the key of the whole. */
  private static @Nullable String key(AddPhoneMethodsInput input, AddPhoneMethodsItem item, int index) {
    if (item.idempotencyKey() != null || input.idempotencyKey() == null) {
      return item.idempotencyKey();
    }
    return input.idempotencyKey() + " " + ITEMS + " " + index;
  }

  /** Those of the item, as if it were the whole input. */
  private static Violations own(Violations violations, int index) {
    var place = place(index);
    return new Violations(
      violations
        .errors()
        .stream()
        .filter(error -> error.path().size() > place.size() && error.path().subList(0, place.size()).equals(place))
        .map(error -> error.at(path(List.of(INPUT), error.path(), place.size())))
        .toList()
    );
  }

  /** The same, after one of the same user that was not added, or perhaps not. */
  PhoneItem provisional() {
    return new PhoneItem(index, clientKey, new AddPhone(phone.input(), phone.violations(), true));
  }

  /** Whose phone; asked for only when nothing is wrong with the item. */
  UserKey user() {
    return Objects.requireNonNull(phone.input().user().key());
  }

  /** As it will be held, for those that come after it. */
  PhoneMethod asAdded() {
    var type = phone.type();
    return new PhoneMethod(user(), type.methodId(), null, phone.input().phoneNumber(), type, null);
  }

  /** Those of no item. */
  static List<InvalidInputError> ofTheWhole(Violations violations) {
    return violations
      .errors()
      .stream()
      .filter(error -> error.path().size() <= 3 || !error.path().get(1).equals(ITEMS))
      .toList();
  }

  /** An error of the phone, where it stands in the request. */
  AddPhoneMethodError inItsPlace(AddPhoneMethodError error) {
    return error.at(path(place(index), error.path(), 1));
  }

  private static List<String> place(int index) {
    return List.of(INPUT, ITEMS, Integer.toString(index));
  }

  private static List<String> path(List<String> beginning, List<String> other, int from) {
    return Stream.concat(beginning.stream(), other.stream().skip(from)).toList();
  }
}
