package dev.authmethods.published;

import graphql.schema.GraphQLNamedType;
import java.util.stream.Stream;

/**
 * What a type implements.
 *
 * @param type its name
 */
record Interfaces(String type) implements ByName<GraphQLNamedType> {
  @Override
  public String name(GraphQLNamedType family) {
    return family.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLNamedType was) {
    return Stream.of(
      Change.breaks(
        coordinate(was),
        "implemented",
        Change.NOTHING,
        "documents that read it as one are refused or empty"
      )
    );
  }

  @Override
  public Stream<Change> come(GraphQLNamedType is) {
    return Stream.of(
      Change.noticed(coordinate(is), Change.NOTHING, "implemented", "clients may meet a type that they do not know")
    );
  }

  @Override
  public Stream<Change> kept(GraphQLNamedType was, GraphQLNamedType is) {
    return Stream.empty();
  }

  private String coordinate(GraphQLNamedType family) {
    return type + "&" + family.getName();
  }
}
