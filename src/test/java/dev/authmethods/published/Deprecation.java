package dev.authmethods.published;

import graphql.schema.GraphQLDirectiveContainer;
import java.util.stream.Stream;

/** What is still there, but not for long: it breaks nobody before it goes. */
final class Deprecation {

  static final String DIRECTIVE = "deprecated";

  private Deprecation() {}

  static Stream<Change> changes(String coordinate, GraphQLDirectiveContainer was, GraphQLDirectiveContainer is) {
    var before = AppliedDirective.written(was, DIRECTIVE);
    var now = AppliedDirective.written(is, DIRECTIVE);
    return before.equals(now) ? Stream.empty() : Stream.of(Change.harmless(coordinate + "@" + DIRECTIVE, before, now));
  }
}
