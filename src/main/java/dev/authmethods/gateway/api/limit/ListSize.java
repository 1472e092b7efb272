package dev.authmethods.gateway.api.limit;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number of items of a list in the arguments of a field, in the document or in variables. */
interface ListSize {
  ListSize EMPTY = _ -> 0;

  /** With these variables, as the engine reads them. */
  long in(Map<String, ?> variables);

  /** Of the list at a path such as {@code input.items}. */
  static ListSize of(Field field, String path) {
    var steps = List.of(path.split("\\."));
    return field
      .getArguments()
      .stream()
      .filter(argument -> argument.getName().equals(steps.getFirst()))
      .map(Argument::getValue)
      .findFirst()
      .map(value -> of(value, rest(steps)))
      .orElse(EMPTY);
  }

  private static ListSize of(Value<?> value, List<String> path) {
    return switch (value) {
      case VariableReference variable -> variables -> size(variables.get(variable.getName()), path);
      case ObjectValue object when !path.isEmpty() -> ofMember(object, path);
      case ArrayValue list -> constant(list.getValues().size());
      case NullValue _ -> EMPTY;
      default -> constant(1);
    };
  }

  private static ListSize ofMember(ObjectValue object, List<String> path) {
    return object
      .getObjectFields()
      .stream()
      .filter(member -> member.getName().equals(path.getFirst()))
      .map(ObjectField::getValue)
      .findFirst()
      .map(value -> of(value, rest(path)))
      .orElse(EMPTY);
  }

  private static ListSize constant(long size) {
    return _ -> size;
  }

  private static long size(@Nullable Object value, List<String> path) {
    return switch (value) {
      case null -> 0;
      case Map<?, ?> members when !path.isEmpty() -> size(members.get(path.getFirst()), rest(path));
      case Collection<?> items -> items.size();
      // A value that is not a list counts as a list of one.
      default -> 1;
    };
  }

  private static List<String> rest(List<String> path) {
    return path.subList(1, path.size());
  }
}
