package dev.authmethods.gateway.api.limit;

import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The length of a list that no argument lists. Source: https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive
 *
 * @param assumedSize      the length if no argument says it; null when nobody knows
 * @param slicingArguments the arguments that say it; the greatest counts
 * @param sizedFields      the fields of the object that are this long; empty when the field itself is
 */
record ListSizeDirective(@Nullable Integer assumedSize, List<String> slicingArguments, Set<String> sizedFields) {
  private static final String NAME = "listSize";

  /** That of a field; null when it has none. */
  static @Nullable ListSizeDirective of(GraphQLFieldDefinition field) {
    var directive = field.getAppliedDirective(NAME);
    return directive == null
      ? null
      : new ListSizeDirective(
          (Integer) argument(directive, "assumedSize"),
          names(directive, "slicingArguments"),
          Set.copyOf(names(directive, "sizedFields"))
        );
  }

  private static @Nullable Object argument(GraphQLAppliedDirective directive, String name) {
    return Objects.requireNonNull(directive.getArgument(name)).getValue();
  }

  private static List<String> names(GraphQLAppliedDirective directive, String name) {
    return argument(directive, name) instanceof List<?> names
      ? names.stream().map(String.class::cast).toList()
      : List.of();
  }

  /** The length in a document, with the variables to come. */
  ListSize in(Field field, GraphQLFieldDefinition definition) {
    var sizes = slicingArguments
      .stream()
      .map(name -> size(field, Objects.requireNonNull(definition.getArgument(name))))
      .toList();
    long assumed = assumedSize == null ? 0 : assumedSize;
    return variables -> {
      long greatest = sizes
        .stream()
        .mapToLong(size -> size.in(variables))
        .max()
        .orElse(0);
      return greatest > 0 ? greatest : assumed;
    };
  }

  private static ListSize size(Field field, GraphQLArgument argument) {
    long otherwise = number(GraphQLArgument.getArgumentDefaultValue(argument));
    return field
      .getArguments()
      .stream()
      .filter(given -> given.getName().equals(argument.getName()))
      .map(Argument::getValue)
      .findFirst()
      .map(value -> size(value, otherwise))
      .orElse(_ -> otherwise);
  }

  /** A variable that is not given leaves the argument its default. */
  private static ListSize size(Value<?> value, long otherwise) {
    return switch (value) {
      case VariableReference variable -> variables ->
        variables.containsKey(variable.getName()) ? number(variables.get(variable.getName())) : otherwise;
      case IntValue literal -> _ -> literal.getValue().longValue();
      case NullValue _ -> ListSize.EMPTY;
      default -> _ -> otherwise;
    };
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
