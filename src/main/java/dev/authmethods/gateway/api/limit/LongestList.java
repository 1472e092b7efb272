package dev.authmethods.gateway.api.limit;

import graphql.execution.ExecutionContext;
import graphql.execution.TypeFromAST;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The length of the longest list in a variable; it looks only if the variable's type has lists, which is rare. */
interface LongestList {
  LongestList NONE = _ -> 0;

  /** In this value, as the engine reads it. */
  int in(@Nullable Object value);

  /** In all variables of the operation that the engine executes. */
  static LongestList of(ExecutionContext execution) {
    var schema = execution.getGraphQLSchema();
    var variables = new Members();
    execution
      .getOperationDefinition()
      .getVariableDefinitions()
      .forEach(variable -> variables.add(variable.getName(), TypeFromAST.getTypeFromAST(schema, variable.getType())));
    return variables.isEmpty() ? NONE : variables;
  }

  /** For a type that has lists; null for any other. */
  private static @Nullable LongestList of(GraphQLType declared) {
    return switch (GraphQLTypeUtil.unwrapNonNull(declared)) {
      case GraphQLList list -> new Items(of(list.getWrappedType()));
      case GraphQLInputObjectType object -> of(object);
      default -> null;
    };
  }

  private static @Nullable LongestList of(GraphQLInputObjectType object) {
    var fields = new Members();
    object.getFieldDefinitions().forEach(field -> fields.add(field.getName(), field.getType()));
    return fields.isEmpty() ? null : fields;
  }

  /** Of an object, or all variables: those that have lists. */
  final class Members implements LongestList {

    private final Map<String, LongestList> byName = new HashMap<>();

    private void add(String name, GraphQLType type) {
      var lists = of(type);
      if (lists != null) {
        byName.put(name, lists);
      }
    }

    private boolean isEmpty() {
      return byName.isEmpty();
    }

    @Override
    public int in(@Nullable Object value) {
      return value instanceof Map<?, ?> given ? longest(given) : 0;
    }

    private int longest(Map<?, ?> given) {
      int longest = 0;
      for (var member : byName.entrySet()) {
        longest = Math.max(longest, member.getValue().in(given.get(member.getKey())));
      }
      return longest;
    }
  }

  /** Of a list, and of what its items have. */
  record Items(@Nullable LongestList ofItem) implements LongestList {
    @Override
    public int in(@Nullable Object value) {
      return value instanceof Collection<?> items ? Math.max(items.size(), below(items)) : 0;
    }

    private int below(Collection<?> items) {
      return ofItem == null ? 0 : items.stream().mapToInt(ofItem::in).max().orElse(0);
    }
  }
}
