package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.execution.GraphQlSource;

@GatewayTest
class SchemaTests {

  private static final String ROOT = "dev.authmethods.gateway.";
  private final GraphQLSchema schema;

  SchemaTests(Gateway gateway) {
    schema = gateway.bean(GraphQlSource.class).schema();
  }

  @Nested
  class AgreesWithTheCode {

    @Test
    void inTheMembersOfEveryUnion() {
      assertThat(all(GraphQLUnionType.class))
        .isNotEmpty()
        .allSatisfy(union ->
          assertThat(union.getTypes().stream().map(GraphQLNamedType.class::cast).map(GraphQLNamedType::getName))
            .as(union.getName())
            .containsExactlyInAnyOrderElementsOf(names(leaves(type("error", union.getName()))))
        );
    }

    @Test
    void inTheFieldsOfEveryError() {
      assertThat(errors())
        .isNotEmpty()
        .allSatisfy(error ->
          assertThat(fields(error))
            .as(error.getName())
            .containsExactlyInAnyOrderElementsOf(shown(type("error", error.getName())))
        );
    }

    @Test
    void inTheErrorsThatThereAre() {
      var records = all(GraphQLUnionType.class)
        .map(union -> type("error", union.getName()))
        .flatMap(SchemaTests::leaves)
        .map(Class::getSimpleName);
      assertThat(records).containsAll(errors().map(GraphQLObjectType::getName).toList());
    }

    @Test
    void inTheFieldsOfEveryInput() {
      assertThat(all(GraphQLInputObjectType.class))
        .isNotEmpty()
        .allSatisfy(input ->
          assertThat(components(anyType(input.getName())))
            .as(input.getName())
            .containsExactlyInAnyOrderElementsOf(
              input.getFields().stream().map(GraphQLNamedSchemaElement::getName).toList()
            )
        );
    }

    @Test
    void inTheValuesOfEveryEnum() {
      assertThat(all(GraphQLEnumType.class))
        .isNotEmpty()
        .allSatisfy(values ->
          assertThat(Arrays.stream(anyType(values.getName()).getEnumConstants()).map(Object::toString))
            .as(values.getName())
            .containsExactlyElementsOf(values.getValues().stream().map(GraphQLNamedSchemaElement::getName).toList())
        );
    }
  }

  @Nested
  class Describes {

    @Test
    void everyTypeAndDirective() {
      assertUndescribed(Stream.concat(all(GraphQLNamedType.class), directives()));
    }

    @Test
    void everyField() {
      assertUndescribed(all(GraphQLFieldsContainer.class).flatMap(type -> type.getFields().stream()));
      assertUndescribed(all(GraphQLInputObjectType.class).flatMap(type -> type.getFields().stream()));
    }

    @Test
    void everyArgument() {
      var fields = all(GraphQLFieldsContainer.class).flatMap(type -> type.getFields().stream());
      assertUndescribed(fields.flatMap(field -> field.getArguments().stream()));
      assertUndescribed(directives().flatMap(directive -> directive.getArguments().stream()));
    }

    @Test
    void everyValueOfAnEnum() {
      assertUndescribed(all(GraphQLEnumType.class).flatMap(type -> type.getValues().stream()));
    }

    private static void assertUndescribed(Stream<? extends GraphQLNamedSchemaElement> elements) {
      assertThat(elements)
        .isNotEmpty()
        .filteredOn(element -> element.getDescription() == null || element.getDescription().isBlank())
        .extracting(GraphQLNamedSchemaElement::getName)
        .isEmpty();
    }

    private Stream<GraphQLDirective> directives() {
      var ofGraphQl = Set.of(
        "include",
        "skip",
        "deprecated",
        "specifiedBy",
        "oneOf",
        "defer",
        "experimental_disableErrorPropagation"
      );
      return schema
        .getDirectives()
        .stream()
        .filter(directive -> !ofGraphQl.contains(directive.getName()));
    }
  }

  private <T> Stream<T> all(Class<T> kind) {
    return schema
      .getAllTypesAsList()
      .stream()
      .filter(type -> !Introspection.isIntrospectionTypes(type) && !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
      .filter(kind::isInstance)
      .map(kind::cast);
  }

  private Stream<GraphQLObjectType> errors() {
    return all(GraphQLObjectType.class).filter(type ->
      type
        .getInterfaces()
        .stream()
        .anyMatch(family -> family.getName().equals("ExpectedError"))
    );
  }

  private static List<String> fields(GraphQLFieldsContainer type) {
    return type.getFields().stream().map(GraphQLNamedSchemaElement::getName).toList();
  }

  /** The records of a sealed family, whatever interfaces stand between. */
  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
      ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SchemaTests::leaves)
      : Stream.of(type);
  }

  private static List<String> names(Stream<Class<?>> types) {
    return types.map(Class::getSimpleName).distinct().toList();
  }

  /** What an error has to show: its components and what it says of itself, and the message that is made of them. */
  private static List<String> shown(Class<?> error) {
    var hidden = Set.of("messageKey", "messageArguments", "toString", "hashCode", "equals");
    var own = Stream.concat(Arrays.stream(error.getDeclaredMethods()), Arrays.stream(ExpectedError.class.getMethods()))
      .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0)
      .map(Method::getName)
      .filter(name -> !hidden.contains(name));
    return Stream.concat(own, Stream.of("message")).distinct().toList();
  }

  private static List<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static Class<?> anyType(String name) {
    return Stream.of("method", "error", "user", "phone", "outcome")
      .map(part -> find(part, name))
      .flatMap(List::stream)
      .findFirst()
      .orElseThrow(() -> new AssertionError("No class is called " + name));
  }

  private static Class<?> type(String part, String name) {
    return find(part, name).getFirst();
  }

  private static List<Class<?>> find(String part, String name) {
    try {
      return List.of(Class.forName(ROOT + part + "." + name));
    } catch (ClassNotFoundException _) {
      return List.of();
    }
  }
}
