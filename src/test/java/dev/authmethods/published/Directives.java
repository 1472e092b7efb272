package dev.authmethods.published;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The directives that there are. Those that only the schema itself uses are judged by their uses. */
record Directives() implements ByName<GraphQLDirective> {
  private static final Set<DirectiveLocation> IN_DOCUMENTS = EnumSet.of(
    DirectiveLocation.QUERY,
    DirectiveLocation.MUTATION,
    DirectiveLocation.SUBSCRIPTION,
    DirectiveLocation.FIELD,
    DirectiveLocation.FRAGMENT_DEFINITION,
    DirectiveLocation.FRAGMENT_SPREAD,
    DirectiveLocation.INLINE_FRAGMENT,
    DirectiveLocation.VARIABLE_DEFINITION
  );

  @Override
  public String name(GraphQLDirective directive) {
    return directive.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLDirective was) {
    return Stream.of(
      inDocuments(was).isEmpty()
        ? Change.noticed(
            coordinate(was),
            "directive",
            Change.NOTHING,
            "tools that read the schema by it find it no more"
          )
        : Change.breaks(coordinate(was), "directive", Change.NOTHING, "documents that use it are refused")
    );
  }

  @Override
  public Stream<Change> come(GraphQLDirective is) {
    return Stream.of(Change.harmless(coordinate(is), Change.NOTHING, "directive"));
  }

  @Override
  public Stream<Change> kept(GraphQLDirective was, GraphQLDirective is) {
    return inDocuments(was).isEmpty()
      ? Stream.empty()
      : Stream.of(
          new Inputs(coordinate(was) + "(%s:)").changes(Input.of(was.getArguments()), Input.of(is.getArguments())),
          locations(was, is),
          repetition(was, is)
        ).flatMap(Function.identity());
  }

  private static Stream<Change> locations(GraphQLDirective was, GraphQLDirective is) {
    return inDocuments(is).containsAll(inDocuments(was))
      ? Stream.empty()
      : Stream.of(
          Change.breaks(
            coordinate(was),
            "on " + inDocuments(was),
            "on " + inDocuments(is),
            "documents that use it elsewhere are refused"
          )
        );
  }

  private static Stream<Change> repetition(GraphQLDirective was, GraphQLDirective is) {
    return was.isRepeatable() && !is.isRepeatable()
      ? Stream.of(Change.breaks(coordinate(was), "repeatable", "once", "documents that repeat it are refused"))
      : Stream.empty();
  }

  private static Set<DirectiveLocation> inDocuments(GraphQLDirective directive) {
    var locations = EnumSet.copyOf(IN_DOCUMENTS);
    locations.retainAll(directive.validLocations());
    return locations;
  }

  private static String coordinate(GraphQLDirective directive) {
    return "@" + directive.getName();
  }
}
