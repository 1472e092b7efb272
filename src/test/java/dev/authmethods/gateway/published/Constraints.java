package dev.authmethods.gateway.published;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLInputObjectType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the directives of the schema demand of an input; clients check by them before they send. */
final class Constraints {

  private static final Set<String> BOUNDS = Set.of("Size", "ContainerSize");
  private static final String TIGHTER = "input that was right is refused";
  private static final String LOOSER = "clients that check by it refuse what would do by now";

  private Constraints() {}

  static Stream<Change> changes(String coordinate, GraphQLDirectiveContainer was, GraphQLDirectiveContainer is) {
    return Stream.concat(names(was), names(is))
      .distinct()
      .flatMap(name -> changes(coordinate + "@" + name, name, was, is));
  }

  private static Stream<String> names(GraphQLDirectiveContainer place) {
    return place
      .getAppliedDirectives()
      .stream()
      .map(GraphQLAppliedDirective::getName)
      .filter(name -> !name.equals(Deprecation.DIRECTIVE));
  }

  private static Stream<Change> changes(
    String coordinate,
    String name,
    GraphQLDirectiveContainer was,
    GraphQLDirectiveContainer is
  ) {
    var before = AppliedDirective.written(was, name);
    var now = AppliedDirective.written(is, name);
    if (before.equals(now)) {
      return Stream.empty();
    }
    return Stream.of(
      isLooser(name, AppliedDirective.arguments(was, name), AppliedDirective.arguments(is, name))
        ? Change.noticed(coordinate, before, now, LOOSER)
        : Change.breaks(coordinate, before, now, TIGHTER)
    );
  }

  /** Of a constraint that is no bound only its end is known to let more pass. */
  private static boolean isLooser(String name, @Nullable Map<String, Object> was, @Nullable Map<String, Object> is) {
    return is == null || (was != null && BOUNDS.contains(name) && isWithin(was, is));
  }

  private static boolean isWithin(Map<String, Object> inner, Map<String, Object> outer) {
    return (
      number(inner, "min", 0) >= number(outer, "min", 0) &&
      number(inner, "max", Integer.MAX_VALUE) <= number(outer, "max", Integer.MAX_VALUE)
    );
  }

  private static int number(Map<String, Object> arguments, String name, int otherwise) {
    return (int) arguments.getOrDefault(name, otherwise);
  }

  /** Whether exactly one field is to be given. */
  static Stream<Change> oneOf(GraphQLInputObjectType was, GraphQLInputObjectType is) {
    var coordinate = was.getName() + "@oneOf";
    if (was.isOneOf() == is.isOneOf()) {
      return Stream.empty();
    }
    return Stream.of(
      is.isOneOf()
        ? Change.breaks(coordinate, "any fields", "exactly one field", TIGHTER)
        : Change.noticed(coordinate, "exactly one field", "any fields", LOOSER)
    );
  }
}
