package dev.authmethods.gateway.api.field;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.constraints.standard.ContainerSizeConstraint;
import graphql.validation.constraints.standard.PatternConstraint;
import graphql.validation.constraints.standard.RangeConstraint;
import graphql.validation.constraints.standard.SizeConstraint;
import graphql.validation.rules.ValidationRules;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The glance says of no arguments that they keep the constraints when the library finds one that is broken. */
class ConstraintFastPathTests {

  private static final String SCHEMA = """
  directive @Size(min: Int = 0, max: Int = 2147483647, message: String = "m") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @Pattern(regexp: String! = ".*", message: String = "m") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @ContainerSize(min: Int = 0, max: Int = 2147483647, message: String = "m") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  directive @Range(min: Int = 0, max: Int = 2147483647, message: String = "m") on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
  type Query {
    field(
      text: String @Size(min: 2, max: 4)
      code: ID @Pattern(regexp: "[a-c]+") @Size(max: 3)
      many: [String!] @ContainerSize(min: 1, max: 2)
      short: [String] @Size(max: 2)
      refs: [Ref!] @ContainerSize(max: 2)
      ref: Ref
      kind: Kind
      flag: Boolean = true
      number: Int @Range(min: 10, max: 20)
    ): String
  }
  input Ref { name: String @Size(min: 1, max: 3) nested: Leaf }
  input Leaf { id: ID @Pattern(regexp: "x*") }
  enum Kind { A B }
  """;

  /** Arguments, and whether a glance is enough for them. */
  static Stream<Map.Entry<Map<String, Object>, Boolean>> arguments() {
    return Stream.of(
      entry(Map.of(), true),
      entry(Map.of("text", "ab"), true),
      entry(Map.of("text", "abcd", "code", "abc", "kind", "A", "flag", false), true),
      entry(Map.of("text", "a"), false),
      entry(Map.of("number", 10), true),
      entry(Map.of("number", 20), true),
      entry(Map.of("number", 9), false),
      entry(Map.of("number", 21), false),
      entry(Map.of("text", "abcde"), false),
      entry(Map.of("code", "abd"), false),
      entry(Map.of("code", "abca"), false),
      entry(Map.of("code", ""), false),
      entry(Map.of("many", List.of("a", "b")), true),
      entry(Map.of("many", List.of()), false),
      entry(Map.of("many", List.of("a", "b", "c")), false),
      entry(Map.of("short", List.of("a", "bb")), false),
      entry(Map.of("short", List.of("abc")), false),
      entry(Map.of("refs", List.of(Map.of("name", "a"), Map.of("nested", Map.of("id", "xx")))), true),
      entry(Map.of("refs", List.of(Map.of("name", ""))), false),
      entry(Map.of("refs", List.of(Map.of(), Map.of(), Map.of())), false),
      entry(Map.of("ref", Map.of("nested", Map.of("id", "y"))), false),
      entry(Map.of("ref", Map.of("name", "abcd")), false),
      entry(Collections.singletonMap("text", null), true),
      entry(Map.of("ref", Collections.singletonMap("name", null)), true)
    );
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void isSureOnlyWhereTheLibraryFindsNothing(Map.Entry<Map<String, Object>, Boolean> example) {
    var field = executed(example.getKey());
    var sure = ConstraintFastPath.of(field.getFieldDefinition()).by(field.getArguments());
    assertThat(sure).isEqualTo(example.getValue());
    assertThat(sure && foundByTheLibrary(field) > 0).isFalse();
  }

  private static int foundByTheLibrary(DataFetchingEnvironment field) {
    return ValidationRules.newValidationRules()
      .clearRules()
      .addRules(new SizeConstraint(), new PatternConstraint(), new ContainerSizeConstraint(), new RangeConstraint())
      .build()
      .buildRulesFor(field.getFieldDefinition(), field.getExecutionStepInfo().getObjectType())
      .runValidationRules(field, (template, values, checked) -> error(), Locale.ROOT)
      .size();
  }

  private static GraphQLError error() {
    return GraphqlErrorBuilder.newError().message("broken").build();
  }

  private static DataFetchingEnvironment executed(Map<String, Object> arguments) {
    var seen = new AtomicReference<DataFetchingEnvironment>();
    var wiring = RuntimeWiring.newRuntimeWiring()
      .type("Query", type ->
        type.dataFetcher("field", field -> {
          seen.set(field);
          return null;
        })
      )
      .build();
    var engine = GraphQL.newGraphQL(
      new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring)
    ).build();
    var document =
      "query($text: String, $code: ID, $many: [String!], $short: [String], $refs: [Ref!], $ref: Ref, $kind: Kind, $flag: Boolean, $number: Int)" +
      "{ field(text: $text, code: $code, many: $many, short: $short, refs: $refs, ref: $ref, kind: $kind, flag: $flag, number: $number) }";
    var result = engine.execute(input -> input.query(document).variables(new HashMap<>(arguments)));
    assertThat(result.getErrors()).isEmpty();
    return Objects.requireNonNull(seen.get());
  }
}
