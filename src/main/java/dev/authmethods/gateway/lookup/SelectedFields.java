package dev.authmethods.gateway.lookup;

import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import java.util.List;

/**
 * The fields that a query selects of an object, before the object is there.
 *
 * <p>The engine's own collector reads them, as it does when it executes them: fragments, type conditions, {@code @skip} and
 * {@code @include} mean the same in both places. {@code DataFetchingFieldSelectionSet} gives the same fields, but normalizes the
 * whole operation first, which takes about a hundred times as long.
 */
final class SelectedFields {

  private static final FieldCollector ENGINE = new FieldCollector();

  private SelectedFields() {}

  /** The fields below {@code parent} if it leads to an object of the type. */
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
