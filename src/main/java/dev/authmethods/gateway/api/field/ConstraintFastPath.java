package dev.authmethods.gateway.api.field;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees at a glance that arguments keep the constraints of the schema, as nearly all do: {@link Constraints} asks the library,
 * which takes some twenty times as long, about the others only. True is certain; false means no more than that the library has
 * to look.
 */
interface ConstraintFastPath {
  /** Every directive that the library knows as a constraint of ours. */
  Set<String> NAMES = Set.of("Size", "Pattern", "ContainerSize", "Range");

  ConstraintFastPath UNSURE = value -> value == null;
  ConstraintFastPath NONE = _ -> true;

  /** Whether the value keeps them for sure. */
  boolean by(@Nullable Object value);

  /** Those of all arguments of a field, for the arguments by name. */
  static ConstraintFastPath of(GraphQLFieldDefinition field) {
    return members(
      field
        .getArguments()
        .stream()
        .collect(Collectors.toMap(GraphQLArgument::getName, argument -> of(argument.getType(), named(argument))))
    );
  }

  private static ConstraintFastPath of(GraphQLInputType declared, List<GraphQLAppliedDirective> directives) {
    var type = GraphQLTypeUtil.unwrapNonNull(declared);
    return switch (type) {
      case GraphQLInputObjectType object when directives.isEmpty() -> ofFields(object);
      case GraphQLList list -> and(ofItems(list), directives, ConstraintFastPath::size);
      case GraphQLScalarType _ -> and(NONE, directives, ConstraintFastPath::scalar);
      default -> directives.isEmpty() ? NONE : UNSURE;
    };
  }

  private static ConstraintFastPath ofFields(GraphQLInputObjectType object) {
    return members(
      object
        .getFieldDefinitions()
        .stream()
        .collect(Collectors.toMap(GraphQLInputObjectField::getName, field -> of(field.getType(), named(field))))
    );
  }

  private static ConstraintFastPath members(Map<String, ConstraintFastPath> members) {
    return value ->
      value == null ||
      (value instanceof Map<?, ?> given &&
        members
          .entrySet()
          .stream()
          .allMatch(member -> member.getValue().by(given.get(member.getKey()))));
  }

  private static ConstraintFastPath ofItems(GraphQLList list) {
    GraphQLType wrapped = list.getWrappedType();
    var item = of((GraphQLInputType) wrapped, List.of());
    return values -> values == null || (values instanceof Collection<?> all && all.stream().allMatch(item::by));
  }

  private static ConstraintFastPath and(
    ConstraintFastPath first,
    List<GraphQLAppliedDirective> directives,
    Function<GraphQLAppliedDirective, ConstraintFastPath> read
  ) {
    var all = directives.stream().map(read).toList();
    return value -> first.by(value) && all.stream().allMatch(each -> each.by(value));
  }

  private static ConstraintFastPath size(GraphQLAppliedDirective directive) {
    return directive.getName().equals("ContainerSize")
      ? size(bound(directive, "min"), bound(directive, "max"))
      : UNSURE;
  }

  private static ConstraintFastPath size(int min, int max) {
    return value -> value == null || (value instanceof Collection<?> all && all.size() >= min && all.size() <= max);
  }

  private static ConstraintFastPath scalar(GraphQLAppliedDirective directive) {
    return switch (directive.getName()) {
      case "Range" -> range(bound(directive, "min"), bound(directive, "max"));
      case "Size" -> length(bound(directive, "min"), bound(directive, "max"));
      case "Pattern" -> pattern(Pattern.compile((String) argument(directive, "regexp")));
      default -> UNSURE;
    };
  }

  private static ConstraintFastPath range(int min, int max) {
    return value -> value == null || (value instanceof Integer number && number >= min && number <= max);
  }

  private static ConstraintFastPath length(int min, int max) {
    return value -> value == null || (value instanceof String text && text.length() >= min && text.length() <= max);
  }

  private static ConstraintFastPath pattern(Pattern pattern) {
    return value -> value == null || (value instanceof String text && pattern.matcher(text).matches());
  }

  private static int bound(GraphQLAppliedDirective directive, String name) {
    return (Integer) argument(directive, name);
  }

  private static Object argument(GraphQLAppliedDirective directive, String name) {
    Object value = Objects.requireNonNull(directive.getArgument(name)).getValue();
    return Objects.requireNonNull(value);
  }

  private static List<GraphQLAppliedDirective> named(GraphQLDirectiveContainer element) {
    return element
      .getAppliedDirectives()
      .stream()
      .filter(directive -> NAMES.contains(directive.getName()))
      .toList();
  }
}
