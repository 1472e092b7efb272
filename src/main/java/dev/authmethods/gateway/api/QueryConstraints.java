package dev.authmethods.gateway.api;

import dev.authmethods.gateway.error.InvalidInputError;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses a query field whose arguments break a constraint before it is fetched; queries have no payload to say it in. */
@Component
class QueryConstraints extends SimplePerformantInstrumentation {

  private final Constraints constraints;

  QueryConstraints(Constraints constraints) {
    this.constraints = constraints;
  }

  @Override
  public DataFetcher<?> instrumentDataFetcher(
    DataFetcher<?> fetcher,
    InstrumentationFieldFetchParameters parameters,
    @Nullable InstrumentationState state
  ) {
    var field = parameters.getEnvironment();
    var schema = field.getGraphQLSchema();
    var concerned =
      schema.getQueryType().equals(field.getParentType()) && !field.getFieldDefinition().getArguments().isEmpty();
    return concerned ? checked(fetcher) : fetcher;
  }

  private DataFetcher<?> checked(DataFetcher<?> fetcher) {
    return field -> {
      var violations = constraints.check(field).stream().filter(QueryConstraints::isOfTheWhole).toList();
      if (!violations.isEmpty()) {
        throw new Broken(violations);
      }
      return fetcher.get(field);
    };
  }

  /** An item of a list is answered in its own place, so that it does not take the others with it. */
  private static boolean isOfTheWhole(InvalidInputError violation) {
    return violation
      .path()
      .stream()
      .noneMatch(step -> Character.isDigit(step.charAt(0)));
  }

  /** Arguments of a query break constraints. */
  static final class Broken extends RuntimeException {

    private final transient List<InvalidInputError> violations;

    Broken(List<InvalidInputError> violations) {
      super(null, null, false, false);
      this.violations = violations;
    }

    List<InvalidInputError> violations() {
      return violations;
    }
  }
}
