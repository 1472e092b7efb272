package dev.authmethods.gateway.api.limit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import graphql.introspection.Introspection;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.LightDataFetcher;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;

/** A field that asks Microsoft Graph and has no price would be free for every document. */
@GatewayTest
class UpstreamPriceTests {

  private static final Set<String> ROOTS = Set.of("Query", "Mutation");

  /** Fields that code stands behind, and that ask nothing of Microsoft Graph. */
  private static final Map<String, String> FREE = Map.ofEntries(
    entry("MethodEligibility.addEmailMethod", "has its price at User.methodEligibility"),
    entry("MethodEligibility.setEmailMethod", "has its price at User.methodEligibility"),
    entry("MethodEligibility.updateEmailMethod", "has its price at User.methodEligibility"),
    entry("MethodEligibility.deleteEmailMethod", "has its price at User.methodEligibility"),
    entry("MethodEligibility.revokeSignInSessions", "has its price at User.methodEligibility"),
    entry("MethodEligibility.resetMfa", "has its price at User.methodEligibility"),
    entry("Query.viewer", "who is calling stands in the token"),
    entry("ExpectedError.message", "a text of the gateway"),
    entry("ExpectedError.retryable", "known by the type of the error"),
    entry("PasswordResetOperation.id", "known by the address of the operation"),
    entry("MutationPayload.query", "the root, whose fields have prices"),
    entry("AddPhoneMethodsPayload.query", "the root, whose fields have prices"),
    entry("CreateTemporaryAccessPassesPayload.query", "the root, whose fields have prices"),
    entry("AuthenticationMethod.id", "has its price where a mutation leads to the method"),
    entry("AuthenticationMethod.kind", "known by the type of the method"),
    entry("AuthenticationMethod.uses", "known by the kind of the method"),
    entry("AuthenticationMethod.isPhishingResistant", "known by the kind of the method"),
    entry("ExpectedError.code", "known by the type of the error"),
    entry("ExpectedError.category", "known by the type of the error")
  );

  private final GraphQLSchema schema;

  UpstreamPriceTests(Gateway gateway) {
    schema = gateway.bean(GraphQlSource.class).schema();
  }

  @Test
  void standsAtEveryFieldThatIsFetchedAndNotFree() {
    assertThat(fields().filter(Field::isFetched))
      .hasSizeGreaterThan(FREE.size())
      .filteredOn(field -> !field.isPriced() && field.names().noneMatch(FREE::containsKey))
      .isEmpty();
  }

  @Test
  void standsAtNoFieldThatIsFree() {
    var free = fields()
      .filter(field -> field.isFetched() && !field.isPriced())
      .flatMap(Field::names);
    assertThat(free).containsAll(FREE.keySet());
  }

  @Test
  void countsAListThatThereIs() {
    assertThat(fields().filter(field -> field.each() != null))
      .isNotEmpty()
      .allSatisfy(field -> assertThat(GraphQLTypeUtil.isList(field.counted())).as(field.toString()).isTrue());
  }

  private Stream<Field> fields() {
    return schema
      .getAllTypesAsList()
      .stream()
      .filter(type -> type instanceof GraphQLObjectType && !Introspection.isIntrospectionTypes(type))
      .map(GraphQLObjectType.class::cast)
      .flatMap(type ->
        type
          .getFieldDefinitions()
          .stream()
          .map(field -> new Field(type, field))
      );
  }

  private final class Field {

    private final GraphQLObjectType type;
    private final GraphQLFieldDefinition definition;

    private Field(GraphQLObjectType type, GraphQLFieldDefinition definition) {
      this.type = type;
      this.definition = definition;
    }

    /** What is only read off an object that is there already is not. */
    boolean isFetched() {
      var place = FieldCoordinates.coordinates(type, definition);
      return (
        ROOTS.contains(type.getName()) ||
        !(schema.getCodeRegistry().getDataFetcher(place, definition) instanceof LightDataFetcher<?>)
      );
    }

    boolean isPriced() {
      return UpstreamPrice.of(type, definition) != null;
    }

    /** Its coordinate, and those at the interfaces of its type. */
    Stream<String> names() {
      return Stream.concat(Stream.of(type), type.getInterfaces().stream())
        .map(GraphQLNamedType::getName)
        .map(name -> name + "." + definition.getName());
    }

    @Nullable
    String each() {
      var price = UpstreamPrice.of(type, definition);
      return price == null ? null : price.each();
    }

    /** What {@code each} leads to: an argument, or a field of one. */
    GraphQLType counted() {
      var path = Objects.requireNonNull(each()).split("\\.", -1);
      GraphQLType found = definition.getArgument(path[0]).getType();
      for (var name : Arrays.asList(path).subList(1, path.length)) {
        var input = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(found);
        found = Objects.requireNonNull(input.getField(name)).getType();
      }
      return GraphQLTypeUtil.unwrapNonNull(found);
    }

    @Override
    public String toString() {
      return type.getName() + "." + definition.getName();
    }
  }
}
