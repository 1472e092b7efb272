package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.method.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers the rules that are broken, all of one stage together. */
final class Broken {

  private Broken() {}

  /** What any of the rules objects. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The rules are handed on to be read, never written.
  static <E extends ExpectedError> List<E> of(Optional<? extends E>... rules) {
    return of(List.of(), rules);
  }

  /** What was found already, and what any of the rules objects. */
  @SafeVarargs
  static <E extends ExpectedError> List<E> of(List<? extends E> found, Optional<? extends E>... rules) {
    var broken = new ArrayList<E>(found);
    for (var rule : rules) {
      rule.ifPresent(broken::add);
    }
    return List.copyOf(broken);
  }

  /** The constraints of the schema that an input breaks; those of the number are left to the rule that it has of its own. */
  static List<InvalidInputError> constraints(Violations violations, UserRef user) {
    var constraints = violations
      .errors()
      .stream()
      .filter(error -> !error.path().equals(PhoneRules.NUMBER))
      .toList();
    var reference = InvalidInputError.ofReference(user, PhoneRules.USER)
      .filter(error -> constraints.stream().noneMatch(known -> known.path().equals(error.path())))
      .stream();
    return Stream.concat(constraints.stream(), reference).toList();
  }
}
