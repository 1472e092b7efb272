package dev.authmethods.gateway.api;

import dev.authmethods.gateway.error.InvalidInputError;
import java.util.List;

/** The arguments of a query field break constraints of the schema. */
final class InvalidQueryArguments extends RuntimeException {

  private final transient List<InvalidInputError> violations;

  InvalidQueryArguments(List<InvalidInputError> violations) {
    super(null, null, false, false);
    this.violations = violations;
  }

  List<InvalidInputError> violations() {
    return violations;
  }
}
