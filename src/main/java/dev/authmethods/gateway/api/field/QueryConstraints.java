package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.api.error.InvalidQueryArguments;
import dev.authmethods.gateway.error.InvalidInputError;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;

/** Refuses a query field whose arguments break a constraint before it is fetched; queries have no payload to say it in. */
record QueryConstraints(Constraints constraints, DataFetcher<?> query) implements TrivialDataFetcher<Object> {
  @Override
  public Object get(DataFetchingEnvironment field) throws Exception {
    var violations = constraints.check(field).stream().filter(QueryConstraints::isOfTheWhole).toList();
    if (!violations.isEmpty()) {
      throw new InvalidQueryArguments(violations);
    }
    return query.get(field);
  }

  /** An item of a list is answered in its own place, so that it does not take the others with it. */
  private static boolean isOfTheWhole(InvalidInputError violation) {
    return violation
      .path()
      .stream()
      .noneMatch(step -> Character.isDigit(step.charAt(0)));
  }
}
