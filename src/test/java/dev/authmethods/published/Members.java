package dev.authmethods.published;

import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of a union.
 *
 * @param union    its name
 * @param fallback the interfaces of all members: by {@code ... on ExpectedError} clients read those that they do not know
 */
record Members(String union, Set<String> fallback) implements ByName<GraphQLNamedType> {
  static Members of(GraphQLUnionType union) {
    var members = union.getTypes().stream().map(Members::interfaces).toList();
    var common = members.stream().reduce(Members::common).orElse(Set.of());
    return new Members(union.getName(), common);
  }

  private static Set<String> interfaces(GraphQLNamedType member) {
    return ((GraphQLImplementingType) member)
      .getInterfaces()
      .stream()
      .map(GraphQLNamedType::getName)
      .collect(Collectors.toSet());
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    return one.stream().filter(other::contains).collect(Collectors.toSet());
  }

  @Override
  public String name(GraphQLNamedType member) {
    return member.getName();
  }

  @Override
  public Stream<Change> gone(GraphQLNamedType was) {
    return Stream.of(
      Change.breaks(coordinate(was), "member", Change.NOTHING, "documents that select it there are refused")
    );
  }

  @Override
  public Stream<Change> come(GraphQLNamedType is) {
    return Stream.of(
      interfaces(is).containsAll(fallback)
        ? Change.noticed(coordinate(is), Change.NOTHING, "member", "clients may meet a type that they do not know")
        : Change.breaks(
            coordinate(is),
            Change.NOTHING,
            "member",
            "it is not of " + names() + ", by which clients read all"
          )
    );
  }

  private List<String> names() {
    return fallback.stream().sorted().toList();
  }

  @Override
  public Stream<Change> kept(GraphQLNamedType was, GraphQLNamedType is) {
    return Stream.empty();
  }

  private String coordinate(GraphQLNamedType member) {
    return union + "|" + member.getName();
  }
}
