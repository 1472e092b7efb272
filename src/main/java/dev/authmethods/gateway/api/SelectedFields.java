package dev.authmethods.gateway.api;

import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.List;

/**
 * Which fields are selected of an object, before it is there.
 *
 * <p>Read by the engine's own collector, which is how it will execute them: fragments, type conditions, {@code @skip} and
 * {@code @include} mean the same in both places. {@code DataFetchingFieldSelectionSet} says the same, but normalizes the whole
 * operation for it, which takes about a hundred times as long.
 */
final class SelectedFields {

  private static final FieldCollector ENGINE = new FieldCollector();

  private SelectedFields() {}

  /** Those below {@code parent}, should it lead to an object of the type. */
  static List<MergedField> of(DataFetchingEnvironment field, GraphQLObjectType type, MergedField parent) {
    return ENGINE.collectFields(
      FieldCollectorParameters.newParameters()
        .schema(field.getGraphQLSchema())
        .objectType(type)
        .fragments(field.getFragmentsByName())
        .variables(field.getVariables())
        .graphQLContext(field.getGraphQlContext())
        .build(),
      parent
    ).getSubFieldsList();
  }
}
