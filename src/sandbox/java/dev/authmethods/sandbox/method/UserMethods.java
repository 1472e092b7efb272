package dev.authmethods.sandbox.method;

import static java.util.Comparator.comparingInt;

import dev.authmethods.sandbox.http.GraphError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything one user has registered, in the order Graph lists it. */
public record UserMethods(List<Method> methods) {
  static final UserMethods NONE = new UserMethods(List.of());

  public UserMethods {
    methods = List.copyOf(methods);
  }

  public Stream<Method> of(MethodKind kind) {
    return methods.stream().filter(method -> method.kind() == kind);
  }

  public Optional<Method> find(MethodKind kind, String id) {
    return of(kind)
      .filter(method -> method.isNamed(id))
      .findFirst();
  }

  /** The method that an address names; Graph answers 404 when it is not there. */
  Method require(MethodKind kind, String id) {
    return find(kind, id).orElseThrow(GraphError::noSuchMethod);
  }

  /** This with one more method, or with the method of the same kind and id replaced. */
  public UserMethods with(Method method) {
    if (find(method.kind(), method.id()).isEmpty()) {
      var all = Stream.concat(methods.stream(), Stream.of(method));
      return new UserMethods(all.sorted(comparingInt(Method::order)).toList());
    }
    return new UserMethods(
      methods
        .stream()
        .map(existing -> existing.kind() == method.kind() && existing.isNamed(method.id()) ? method : existing)
        .toList()
    );
  }

  /** This without the methods of a kind. */
  public UserMethods without(MethodKind kind) {
    return new UserMethods(
      methods
        .stream()
        .filter(method -> method.kind() != kind)
        .toList()
    );
  }

  UserMethods without(String id) {
    return new UserMethods(
      methods
        .stream()
        .filter(method -> !method.isNamed(id))
        .toList()
    );
  }
}
