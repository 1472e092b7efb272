package dev.authmethods.published;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything in which two schemas differ, and what it means to clients; what breaks them first.
 *
 * <p>graphql-java's own comparison is asked too, as a second opinion, and is not enough: it does not see the defaults of input
 * fields, constraints, {@code @oneOf} that is added, interfaces of interfaces, directives, or what only interfaces lead to; and it
 * takes a new field that has a default for one that must be given.
 */
final class SchemaChanges {

  private SchemaChanges() {}

  /** From the one to the other. */
  static List<Change> between(GraphQLSchema published, GraphQLSchema current) {
    var own = Stream.of(roots(published, current), types(published, current), directives(published, current))
      .flatMap(Function.identity())
      .toList();
    return completed(own, SecondOpinion.of(published, current));
  }

  /** With the breaks of another opinion, where the own one has none. */
  static List<Change> completed(List<Change> own, List<Change> other) {
    var overlooked = other.stream().filter(there -> own.stream().noneMatch(here -> speaksOf(here, there)));
    return Stream.concat(own.stream(), overlooked).sorted(Comparator.comparing(Change::effect)).toList();
  }

  private static boolean speaksOf(Change change, Change other) {
    return change.effect() == Effect.BREAKS && change.place().equals(other.place());
  }

  private static Stream<Change> types(GraphQLSchema published, GraphQLSchema current) {
    return Types.of(published).changes(published.getAllTypesAsList(), current.getAllTypesAsList());
  }

  private static Stream<Change> directives(GraphQLSchema published, GraphQLSchema current) {
    return new Directives().changes(published.getDirectives(), current.getDirectives());
  }

  private static Stream<Change> roots(GraphQLSchema published, GraphQLSchema current) {
    return Stream.of(
      root("query", published.getQueryType(), current.getQueryType()),
      root("mutation", published.getMutationType(), current.getMutationType()),
      root("subscription", published.getSubscriptionType(), current.getSubscriptionType())
    ).flatMap(Function.identity());
  }

  private static Stream<Change> root(
    String operation,
    @Nullable GraphQLObjectType was,
    @Nullable GraphQLObjectType is
  ) {
    return was == null || Objects.equals(was.getName(), is == null ? null : is.getName())
      ? Stream.empty()
      : Stream.of(
          Change.breaks(
            "schema." + operation,
            was.getName(),
            is == null ? Change.NOTHING : is.getName(),
            "operations of this kind begin elsewhere"
          )
        );
  }
}
