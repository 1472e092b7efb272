package dev.authmethods.published;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The values of an enum.
 *
 * @param type       as it was published
 * @param isAnswered whether clients read it
 */
record EnumValues(GraphQLEnumType type, boolean isAnswered) implements ByName<GraphQLEnumValueDefinition> {
  /** By what the description of an enum promises that no value joins. */
  private static final String COMPLETE = "stays complete";

  @Override
  public String name(GraphQLEnumValueDefinition value) {
    return value.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLEnumValueDefinition was) {
    return Stream.of(
      Change.breaks(
        coordinate(was),
        "value",
        Change.NOTHING,
        "requests that give it and code that names it are refused"
      )
    );
  }

  @Override
  public Stream<Change> come(GraphQLEnumValueDefinition is) {
    if (!isAnswered) {
      return Stream.of(Change.harmless(coordinate(is), Change.NOTHING, "value"));
    }
    return Stream.of(
      isComplete()
        ? Change.breaks(coordinate(is), Change.NOTHING, "value", "clients were promised that no value joins")
        : Change.noticed(coordinate(is), Change.NOTHING, "value", "clients may read a value that they do not know")
    );
  }

  private boolean isComplete() {
    return Objects.requireNonNullElse(type.getDescription(), "").contains(COMPLETE);
  }

  @Override
  public Stream<Change> kept(GraphQLEnumValueDefinition was, GraphQLEnumValueDefinition is) {
    return Deprecation.changes(coordinate(was), was, is);
  }

  private String coordinate(GraphQLEnumValueDefinition value) {
    return type.getName() + "." + value.getName();
  }
}
