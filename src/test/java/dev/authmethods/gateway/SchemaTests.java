package dev.authmethods.gateway;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.authmethods.gateway.change.Effect;
import dev.authmethods.gateway.change.EntraResources;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.error.CloudNotSupportedError;
import dev.authmethods.gateway.error.ErrorTypes;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.InvalidInputError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.SharedError;
import dev.authmethods.gateway.error.UserLookupError;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.UserRef;
import dev.authmethods.gateway.read.ReadErrors;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;

@GatewayTest
class SchemaTests {

  private static final Map<String, List<Class<?>>> UNIONS_OF_NO_OPERATION = Map.of(
    "UserLookupError",
    ErrorTypes.of(List.of(UserLookupError.class)),
    "AddPhoneMethodsError",
    List.of(InvalidInputError.class),
    "CreateTemporaryAccessPassesError",
    List.of(InvalidInputError.class)
  );
  private final GraphQLSchema schema;
  private final List<Operation> operations;
  private final List<ReadErrors> reads;
  private final Map<String, Class<?>> errorTypes;
  private final Map<String, Class<?>> inputs;

  SchemaTests(Gateway gateway) {
    schema = gateway.bean(GraphQlSource.class).schema();
    operations = gateway
      .beans(EntraResources.class)
      .stream()
      .<Operation>flatMap(kind -> ((EntraResources<?>) kind).mutations().stream())
      .toList();
    reads = gateway.beans(ReadErrors.class).stream().toList();
    errorTypes = gateway.bean(ErrorTypes.class).all().stream().collect(toMap(Class::getSimpleName, identity()));
    inputs = inputs(gateway.annotatedBeans(Controller.class));
  }

  /** The records that controllers take as arguments, by the names of their types in the schema. */
  private Map<String, Class<?>> inputs(Collection<Object> controllers) {
    var found = new HashMap<String, Class<?>>(Map.of("UserRef", UserRef.class));
    for (var controller : controllers) {
      for (var method : controller.getClass().getDeclaredMethods()) {
        if (method.isAnnotationPresent(QueryMapping.class)) {
          collect(method, found);
        }
        var field = method.isAnnotationPresent(MutationMapping.class)
          ? Objects.requireNonNull(schema.getMutationType()).getFieldDefinition(method.getName())
          : null;
        if (field != null) {
          collect(
            GraphQLTypeUtil.unwrapAllAs(field.getArgument("input").getType()),
            method.getParameterTypes()[0],
            found
          );
        }
      }
    }
    return found;
  }

  /** The records that a query takes as arguments. */
  private void collect(Method query, Map<String, Class<?>> found) {
    var field = Objects.requireNonNull(schema.getQueryType()).getFieldDefinition(query.getName());
    for (var parameter : query.getParameters()) {
      var argument = field.getArgument(parameter.getName());
      if (parameter.getType().isRecord() && argument != null) {
        found.put(GraphQLTypeUtil.unwrapAll(argument.getType()).getName(), parameter.getType());
      }
    }
  }

  private static void collect(GraphQLInputObjectType type, Class<?> record, Map<String, Class<?>> found) {
    found.put(type.getName(), record);
    for (var component : record.getRecordComponents()) {
      if (component.getType().isRecord() && !component.getType().equals(UserRef.class)) {
        var part = type.getField(component.getName()).getType();
        collect(GraphQLTypeUtil.unwrapAllAs(part), component.getType(), found);
      } else if (component.getGenericType() instanceof ParameterizedType list) {
        var items = GraphQLTypeUtil.unwrapAll(type.getField(component.getName()).getType());
        if (items instanceof GraphQLInputObjectType item) {
          collect(item, (Class<?>) list.getActualTypeArguments()[0], found);
        }
      }
    }
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
            .containsExactlyInAnyOrderElementsOf(members(union.getName()))
        );
    }

    @Test
    void inTheFieldsOfEveryError() {
      assertThat(errors())
        .isNotEmpty()
        .allSatisfy(error ->
          assertThat(fields(error))
            .as(error.getName())
            .containsExactlyInAnyOrderElementsOf(shown(Objects.requireNonNull(errorTypes.get(error.getName()))))
        );
    }

    @Test
    void inTheErrorsThatThereAre() {
      assertThat(errorTypes.keySet()).containsExactlyInAnyOrderElementsOf(
        errors().map(GraphQLObjectType::getName).toList()
      );
    }

    /** The reason is of no use to a mutation: the context of every mutation has it, for the audit trail. */
    @Test
    void inTheFieldsOfEveryInput() {
      assertThat(all(GraphQLInputObjectType.class))
        .isNotEmpty()
        .allSatisfy(input ->
          assertThat(components(Objects.requireNonNull(inputs.get(input.getName()))))
            .as(input.getName())
            .containsExactlyInAnyOrderElementsOf(
              input
                .getFields()
                .stream()
                .map(GraphQLNamedSchemaElement::getName)
                .filter(name -> !name.equals("reason"))
                .toList()
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

  /** What a mutation declares: its own errors, and the shared ones that its operation does not exclude. */
  private List<String> members(String union) {
    var declared = operations
      .stream()
      .filter(operation -> union.equalsIgnoreCase(operation.name() + "Error"))
      .findFirst()
      .map(SchemaTests::members)
      .orElseGet(() -> UNIONS_OF_NO_OPERATION.getOrDefault(union, ofRead(union)));
    return declared.stream().map(Class::getSimpleName).toList();
  }

  private List<Class<?>> ofRead(String union) {
    return reads
      .stream()
      .filter(read -> read.union().equals(union))
      .<Class<?>>flatMap(read -> read.members().stream())
      .toList();
  }

  private static List<Class<?>> members(Operation operation) {
    var excluded = new HashSet<Class<?>>();
    if (!operation.refusesOwnAccount()) {
      excluded.add(OwnAccountNotAllowedError.class);
    }
    if (operation.clouds().containsAll(EnumSet.allOf(NationalCloud.class))) {
      excluded.add(CloudNotSupportedError.class);
    }
    return Stream.concat(operation.declaredErrors().stream(), ErrorTypes.of(List.of(SharedError.class)).stream())
      .filter(type -> !excluded.contains(type))
      .toList();
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

  /** The enum of that name, or the one that several enums of the schema share. */
  private static Class<?> anyType(String name) {
    return name.endsWith("Effect") ? Effect.class : found(name);
  }

  private static Class<?> found(String name) {
    return new ClassFileImporter()
      .importPath(Path.of("target/classes"))
      .stream()
      .filter(type -> type.getSimpleName().equals(name))
      .findFirst()
      .orElseThrow(() -> new AssertionError("No class is called " + name))
      .reflect();
  }
}
