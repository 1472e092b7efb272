package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import graphql.ParseAndValidate;
import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * One fragment can select the fields of every type that may stand in one place. Source: GraphQL, field selection merging,
 * SameResponseShape.
 */
@GatewayTest
class MergeableFieldsTests {

  private final GraphQLSchema schema;

  MergeableFieldsTests(Gateway gateway) {
    schema = gateway.bean(GraphQlSource.class).schema();
  }

  @Test
  void noFieldNameHasDifferentShapesInTypesOfOneFamily() {
    assertThat(conflicts(schema)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "reason: Int",
      "reason: Kind",
      "reason: String",
      "reason: [String!]!",
      "reason: Other!",
      "more: Odd",
      "more: [Other]",
    }
  )
  void aConflictIsFound(String field) {
    var sdl = """
    type Query { either: Either }
    union Either = A | B
    enum Kind { X }
    type Other { name: String! }
    type Odd { name: String }
    type A { reason: String! more: Other }
    type B { %s }
    """.formatted(field);
    var made = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    assertThat(conflicts(made)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = { "AddPhoneMethodError", "EnableSmsSignInError", "ExpectedError", "Node", "AboutUser" })
  void oneDocumentSelectsThemAll(String family) {
    var document = parsed(
      "query { node(id: \"x\") { id } } fragment All on %s { %s }".formatted(family, selection(type(family), 3))
    );
    assertThat(ParseAndValidate.validate(schema, document))
      .extracting(error -> Objects.toString(error.getValidationErrorType()))
      .containsOnly("UnusedFragment");
  }

  /** The document is longer than any that the gateway takes. */
  private static Document parsed(String document) {
    return new Parser().parseDocument(
      ParserEnvironment.newParserEnvironment()
        .document(document)
        .parserOptions(
          ParserOptions.newParserOptions().maxTokens(Integer.MAX_VALUE).maxCharacters(Integer.MAX_VALUE).build()
        )
        .build()
    );
  }

  private GraphQLNamedOutputType type(String name) {
    return (GraphQLNamedOutputType) Objects.requireNonNull(schema.getType(name));
  }

  /** All fields of all types that it can be, down to a depth. */
  private String selection(GraphQLType type, int depth) {
    return members(schema, type)
      .map(member -> "... on %s { __typename %s }".formatted(member.getName(), fields(member, depth)))
      .collect(Collectors.joining(" "));
  }

  private String fields(GraphQLObjectType type, int depth) {
    return type
      .getFields()
      .stream()
      .filter(field -> field.getArguments().isEmpty())
      .map(field -> field(field, depth))
      .collect(Collectors.joining(" "));
  }

  private String field(GraphQLFieldDefinition field, int depth) {
    var type = GraphQLTypeUtil.unwrapAll(field.getType());
    if (GraphQLTypeUtil.isLeaf(type)) {
      return field.getName();
    }
    return depth == 0 ? "" : "%s { __typename %s }".formatted(field.getName(), selection(type, depth - 1));
  }

  private static Stream<GraphQLObjectType> members(GraphQLSchema schema, GraphQLType type) {
    return switch (type) {
      case GraphQLObjectType object -> Stream.of(object);
      case GraphQLInterfaceType family -> Stream.ofNullable(schema.getImplementations(family)).flatMap(List::stream);
      case GraphQLUnionType union -> union.getTypes().stream().map(GraphQLObjectType.class::cast);
      default -> Stream.empty();
    };
  }

  private static List<String> conflicts(GraphQLSchema schema) {
    return schema
      .getAllTypesAsList()
      .stream()
      .filter(type -> !Introspection.isIntrospectionTypes(type))
      .filter(type -> type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType)
      .flatMap(family -> new Shapes(schema).conflicts(members(schema, family).toList()))
      .distinct()
      .toList();
  }

  /** Compares the shapes of fields that can be answered under one name. */
  private record Shapes(GraphQLSchema schema, Set<Set<String>> compared) {
    Shapes(GraphQLSchema schema) {
      this(schema, new HashSet<>());
    }

    Stream<String> conflicts(Collection<GraphQLObjectType> types) {
      return types
        .stream()
        .flatMap(type -> type.getFields().stream())
        .collect(Collectors.groupingBy(GraphQLFieldDefinition::getName))
        .entrySet()
        .stream()
        .flatMap(named ->
          conflicts(named.getKey(), named.getValue().stream().map(GraphQLFieldDefinition::getType).toList())
        );
    }

    private Stream<String> conflicts(String name, List<? extends GraphQLType> types) {
      var shapes = types.stream().map(Shapes::shape).distinct().toList();
      return shapes.size() > 1 ? Stream.of(name + ": " + shapes) : below(types);
    }

    private Stream<String> below(List<? extends GraphQLType> types) {
      var objects = types
        .stream()
        .flatMap(type -> members(schema, GraphQLTypeUtil.unwrapAll(type)))
        .collect(Collectors.toMap(GraphQLNamedType::getName, Function.identity(), (first, _) -> first));
      return compared.add(Set.copyOf(objects.keySet())) ? conflicts(objects.values()) : Stream.empty();
    }

    /** Lists, nullability, and of a leaf the type; of what has fields these are compared. */
    private static String shape(GraphQLType type) {
      var unwrapped = GraphQLTypeUtil.unwrapAll(type);
      var printed = GraphQLTypeUtil.simplePrint(type);
      return unwrapped instanceof GraphQLFieldsContainer || unwrapped instanceof GraphQLUnionType
        ? printed.replace(unwrapped.getName(), "{}")
        : printed;
    }
  }
}
