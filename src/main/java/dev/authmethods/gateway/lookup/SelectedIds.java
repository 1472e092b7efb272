package dev.authmethods.gateway.lookup;

import graphql.Scalars;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Set;

/**
 * Whether a mutation selects a global id of an object that it changes, in its payload or in a list of results there. Objects that
 * are read afterwards, such as the user, come with their ids. Objects that errors show are rare: the gateway looks their ids up
 * when there is one.
 */
final class SelectedIds {

  private static final Set<String> READ_AFTERWARDS = Set.of("User", "Query");

  private final DataFetchingEnvironment mutation;

  private SelectedIds(DataFetchingEnvironment mutation) {
    this.mutation = mutation;
  }

  static boolean below(DataFetchingEnvironment mutation) {
    var payload = GraphQLTypeUtil.unwrapAll(mutation.getFieldType());
    return new SelectedIds(mutation).isSelected(payload, mutation.getMergedField());
  }

  private boolean isSelected(GraphQLUnmodifiedType type, MergedField leading) {
    return (
      type instanceof GraphQLObjectType object &&
      !READ_AFTERWARDS.contains(object.getName()) &&
      SelectedFields.of(mutation, object, leading)
        .stream()
        .anyMatch(field -> isId(object, field))
    );
  }

  private boolean isId(GraphQLObjectType holder, MergedField field) {
    var definition = holder.getFieldDefinition(field.getName());
    // No type defines the fields that every type has, such as __typename.
    if (definition == null) {
      return false;
    }
    var type = GraphQLTypeUtil.unwrapAll(definition.getType());
    return type.getName().equals(Scalars.GraphQLID.getName()) || isSelected(type, field);
  }
}
