package dev.authmethods.gateway.api.limit;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a field in calls to Microsoft Graph when nothing fails, as the schema states it.
 *
 * @param reads      calls for every 20 items, and for the rest of them
 * @param writes     calls for each item
 * @param each       the argument, or the field of one, whose list has the items; null when the field is about one
 * @param ifSelected the field of its object that has to be selected, or else it costs nothing; null when it always does
 */
record UpstreamPrice(int reads, int writes, @Nullable String each, @Nullable String ifSelected) {
  private static final String DIRECTIVE = "upstreamCalls";

  /** Source: Microsoft Graph, JSON batching. */
  private static final int ITEMS_OF_A_BATCH = 20;

  /** The price of the field itself, or else of an interface that has it; null if it costs nothing. */
  static @Nullable UpstreamPrice of(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
    return Stream.concat(Stream.of(field), inherited(type, field))
      .map(declared -> declared.getAppliedDirective(DIRECTIVE))
      .filter(Objects::nonNull)
      .map(UpstreamPrice::of)
      .findFirst()
      .orElse(null);
  }

  private static Stream<GraphQLFieldDefinition> inherited(GraphQLFieldsContainer type, GraphQLFieldDefinition field) {
    return type instanceof GraphQLImplementingType implementing
      ? implementing
          .getInterfaces()
          .stream()
          .map(family -> ((GraphQLFieldsContainer) family).getFieldDefinition(field.getName()))
          .filter(Objects::nonNull)
      : Stream.empty();
  }

  private static UpstreamPrice of(GraphQLAppliedDirective directive) {
    return new UpstreamPrice(
      number(directive, "reads"),
      number(directive, "writes"),
      (String) argument(directive, "each"),
      (String) argument(directive, "ifSelected")
    );
  }

  private static int number(GraphQLAppliedDirective directive, String name) {
    return (int) Objects.requireNonNull(argument(directive, name));
  }

  private static @Nullable Object argument(GraphQLAppliedDirective directive, String name) {
    return Objects.requireNonNull(directive.getArgument(name)).getValue();
  }

  /** For so many items. */
  long of(long items) {
    return writes * items + reads * Math.ceilDiv(items, (long) ITEMS_OF_A_BATCH);
  }
}
