package dev.authmethods.published;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLDirectiveContainer;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A directive where it is used, with the arguments that are left out there. */
final class AppliedDirective {

  /** The key of a text, which no client sees. */
  private static final String MESSAGE = "message";

  private AppliedDirective() {}

  /** Its arguments, however they are ordered there, without those that have no value; null where it is not used. */
  static @Nullable Map<String, Object> arguments(GraphQLDirectiveContainer place, String name) {
    var applied = place.getAppliedDirective(name);
    return applied == null ? null : arguments(applied);
  }

  private static Map<String, Object> arguments(GraphQLAppliedDirective applied) {
    // The minimum reads better before the maximum.
    var arguments = new TreeMap<String, Object>(Comparator.reverseOrder());
    for (GraphQLAppliedDirectiveArgument argument : applied.getArguments()) {
      Object value = argument.getValue();
      if (value != null && !argument.getName().equals(MESSAGE)) {
        arguments.put(argument.getName(), value);
      }
    }
    return arguments;
  }

  /** As in the schema. */
  static String written(GraphQLDirectiveContainer place, String name) {
    var arguments = arguments(place, name);
    return arguments == null
      ? Change.NOTHING
      : arguments
          .entrySet()
          .stream()
          .map(argument -> argument.getKey() + ": " + argument.getValue())
          .collect(Collectors.joining(", ", "(", ")"));
  }
}
