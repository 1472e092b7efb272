package dev.authmethods.published;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of what can be read.
 *
 * @param type whose
 */
record Fields(String type) implements ByName<GraphQLFieldDefinition> {
  private static final String PRICE = "upstreamCalls";

  @Override
  public String name(GraphQLFieldDefinition field) {
    return field.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLFieldDefinition was) {
    return Stream.of(
      Change.breaks(coordinate(was), typeOf(was), Change.NOTHING, "documents that select it are refused")
    );
  }

  @Override
  public Stream<Change> come(GraphQLFieldDefinition is) {
    return Stream.of(Change.harmless(coordinate(is), Change.NOTHING, typeOf(is)));
  }

  @Override
  public Stream<Change> kept(GraphQLFieldDefinition was, GraphQLFieldDefinition is) {
    return Stream.of(
      types(was, is),
      price(was, is),
      Deprecation.changes(coordinate(was), was, is),
      new Inputs(coordinate(was) + "(%s:)").changes(Input.of(was.getArguments()), Input.of(is.getArguments()))
    ).flatMap(Function.identity());
  }

  private Stream<Change> types(GraphQLFieldDefinition was, GraphQLFieldDefinition is) {
    if (typeOf(was).equals(typeOf(is))) {
      return Stream.empty();
    }
    return Stream.of(
      TypeFit.fits(is.getType(), was.getType())
        ? Change.harmless(coordinate(was), typeOf(was), typeOf(is))
        : Change.breaks(coordinate(was), typeOf(was), typeOf(is), "clients may read what they are not ready for")
    );
  }

  private Stream<Change> price(GraphQLFieldDefinition was, GraphQLFieldDefinition is) {
    var before = AppliedDirective.written(was, PRICE);
    var now = AppliedDirective.written(is, PRICE);
    return before.equals(now)
      ? Stream.empty()
      : Stream.of(
          Change.noticed(
            coordinate(was) + "@" + PRICE,
            before,
            now,
            "operations near the limit may be refused, or pass"
          )
        );
  }

  private String coordinate(GraphQLFieldDefinition field) {
    return type + "." + field.getName();
  }

  private static String typeOf(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.simplePrint(field.getType());
  }
}
