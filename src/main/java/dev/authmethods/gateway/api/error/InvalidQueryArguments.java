package dev.authmethods.gateway.api.error;

import dev.authmethods.gateway.error.InvalidInputError;
import java.util.List;

/** The arguments of a query field break constraints of the schema. */
public final class InvalidQueryArguments extends RuntimeException {

  private final transient List<InvalidInputError> violations;

  public InvalidQueryArguments(List<InvalidInputError> violations) {
    super(null, null, false, false);
    this.violations = violations;
  }

  List<InvalidInputError> violations() {
    return violations;
  }
}
