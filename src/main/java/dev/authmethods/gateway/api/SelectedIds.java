package dev.authmethods.gateway.api;

import graphql.Scalars;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.Set;

/**
 * Whether a mutation selects, of what it changed, a global id: in its payload or in the results of a list there. What is read
 * afterwards, such as the user, has ids of its own accord; the phones that errors show are rare, and are looked up when there is
 * one.
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
    // What every type has, such as its name, none of them defines.
    if (definition == null) {
      return false;
    }
    var type = GraphQLTypeUtil.unwrapAll(definition.getType());
    return type.getName().equals(Scalars.GraphQLID.getName()) || isSelected(type, field);
  }
}
