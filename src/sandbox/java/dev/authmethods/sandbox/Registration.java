package dev.authmethods.sandbox;

import static java.util.Comparator.comparingInt;

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

  Stream<PhoneMethod> phones() {
    return methods.stream().filter(PhoneMethod.class::isInstance).map(PhoneMethod.class::cast);
  }

  Optional<PhoneMethod> phone(PhoneType type) {
    return phones()
      .filter(phone -> phone.type() == type)
      .findFirst();
  }

  Optional<Method> find(MethodKind kind, String id) {
    return of(kind)
      .filter(method -> method.isNamed(id))
      .findFirst();
  }

  /** The method that an address names; Graph answers 404 when it is not there. */
  Method require(MethodKind kind, String id) {
    return find(kind, id).orElseThrow(GraphError::noSuchMethod);
  }

  /** This with one more method, or with the method of the same kind and id replaced. */
  Registration with(Method method) {
    if (find(method.kind(), method.id()).isEmpty()) {
      var all = Stream.concat(methods.stream(), Stream.of(method));
      return new Registration(all.sorted(comparingInt(Method::order)).toList());
    }
    return new Registration(
      methods
        .stream()
        .map(existing -> existing.kind() == method.kind() && existing.isNamed(method.id()) ? method : existing)
        .toList()
    );
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
