package dev.authmethods.gateway.api.check;

import dev.authmethods.gateway.api.problem.CloseNames;
import dev.authmethods.gateway.api.problem.ProblemList;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.SourceLocation;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document that is looked through, and what is found.
 *
 * @param fragments by name, the first of each
 * @param places    of the names in its text
 */
record Subject(
  Document document,
  SchemaTypes types,
  Map<String, FragmentDefinition> fragments,
  NamePlaces places,
  CloseNames names,
  ProblemList problems
) {
  static Subject of(Document document, String text, GraphQLSchema schema, CloseNames names, ProblemList problems) {
    Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    document
      .getDefinitionsOfType(FragmentDefinition.class)
      .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    return new Subject(document, new SchemaTypes(schema), fragments, new NamePlaces(text), names, problems);
  }

  /**
   * The places of the names of two nodes.
   *
   * @param skipped the number of names before them
   */
  List<SourceLocation> namesOf(int skipped, Node<?> one, Node<?> other) {
    return Stream.concat(places.within(one, skipped).stream(), places.within(other, skipped).stream()).toList();
  }

  /** The place of the first node whose place is known: the parser forgets some. */
  static List<SourceLocation> firstPlace(@Nullable Node<?>... nodes) {
    return places(nodes).stream().limit(1).toList();
  }

  /** The places of nodes, as far as they are known. */
  static List<SourceLocation> places(@Nullable Node<?>... nodes) {
    var places = new ArrayList<SourceLocation>();
    for (var node : nodes) {
      var place = node == null ? null : node.getSourceLocation();
      if (place != null) {
        places.add(place);
      }
    }
    return places;
  }
}
