package dev.authmethods.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything one user has registered, in the order Graph lists it. */
record Registration(List<Method> methods) {
  static final Registration NONE = new Registration(List.of());

  Registration {
    methods = List.copyOf(methods);
  }

  Stream<Method> of(MethodKind kind) {
    return methods.stream().filter(method -> method.kind() == kind);
  }

  Stream<Method.Phone> phones() {
    return methods.stream().filter(Method.Phone.class::isInstance).map(Method.Phone.class::cast);
  }

  Optional<Method.Phone> phone(PhoneType type) {
    return phones()
      .filter(phone -> phone.type() == type)
      .findFirst();
  }

  /** This with a phone more, or with the phone of that type replaced; phones stay in the order of their types. */
  Registration with(Method.Phone phone) {
    var phones = new ArrayList<>(without(phone.id()).phones().toList());
    phones.add(phone);
    phones.sort((one, other) -> one.type().compareTo(other.type()));
    var others = methods.stream().filter(method -> method.kind() != MethodKind.PHONE);
    return new Registration(Stream.concat(phones.stream(), others).toList());
  }

  Registration without(String id) {
    return new Registration(
      methods
        .stream()
        .filter(method -> !method.isNamed(id))
        .toList()
    );
  }
}
