package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.method.UserDetails;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that a query selects of the users that a field leads to: the field is a user, may be one, or holds users directly. */
final class SelectedUserFields {

  private static final Set<String> DETAILS = Stream.of(UserDetails.class.getRecordComponents())
    .map(RecordComponent::getName)
    .collect(Collectors.toUnmodifiableSet());

  private final DataFetchingEnvironment field;
  private final GraphQLObjectType user;

  private SelectedUserFields(DataFetchingEnvironment field) {
    this.field = field;
    this.user = Objects.requireNonNull(field.getGraphQLSchema().getObjectType("User"));
  }

  /** Their names in the schema. */
  static Set<String> below(DataFetchingEnvironment field) {
    return new SelectedUserFields(field).names();
  }

  /** Whether one of them is a detail, which is not read for every user. */
  static boolean haveDetails(Set<String> names) {
    return names.stream().anyMatch(DETAILS::contains);
  }

  private Set<String> names() {
    return users().flatMap(this::ofUser).map(MergedField::getName).collect(Collectors.toSet());
  }

  private Stream<MergedField> users() {
    var type = GraphQLTypeUtil.unwrapAll(field.getFieldType());
    return type instanceof GraphQLObjectType holder && !user.equals(holder)
      ? usersOf(holder, field.getMergedField())
      : Stream.of(field.getMergedField());
  }

  /** Directly, or each in an edge of a connection. */
  private Stream<MergedField> usersOf(GraphQLObjectType holder, MergedField leading) {
    return selected(holder, leading)
      .stream()
      .flatMap(held -> {
        var definition = holder.getFieldDefinition(held.getName());
        return definition == null ? Stream.of() : usersOf(GraphQLTypeUtil.unwrapAll(definition.getType()), held);
      });
  }

  private Stream<MergedField> usersOf(GraphQLUnmodifiedType type, MergedField held) {
    if (user.equals(type)) {
      return Stream.of(held);
    }
    return type instanceof GraphQLObjectType edge && edge.getFieldDefinition("node") != null
      ? usersOf(edge, held)
      : Stream.of();
  }

  private Stream<MergedField> ofUser(MergedField leading) {
    return selected(user, leading).stream();
  }

  private List<MergedField> selected(GraphQLObjectType type, MergedField parent) {
    return SelectedFields.of(field, type, parent);
  }
}
