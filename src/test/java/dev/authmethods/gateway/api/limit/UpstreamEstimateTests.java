package dev.authmethods.gateway.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operation costs, and how long its lists are, wherever they stand. The lists in variables have 21 items. */
class UpstreamEstimateTests {

  private static final String SCHEMA = """
  directive @upstreamCalls(reads: Int = 0, writes: Int = 0, each: String, ifSelected: String) on FIELD_DEFINITION
  directive @listSize(
    assumedSize: Int slicingArguments: [String!] sizedFields: [String!] requireOneSlicingArgument: Boolean = false
  ) on FIELD_DEFINITION
  type Query {
    page(first: Int = 25, last: Int): Page @upstreamCalls(reads: 1)
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"])
    some: [Thing] @listSize(assumedSize: 45)
    several(first: Int): [Thing] @listSize(assumedSize: 45, slicingArguments: ["first"])
    one(by: ID): Thing @upstreamCalls(reads: 1)
    many(first: [ID], by: [ID]): [Thing] @upstreamCalls(reads: 1, each: "by")
    lists(in: [Lists], all: [[ID]]): ID
  }
  type Mutation {
    write(input: Lists): Payload @upstreamCalls(reads: 1, writes: 1, each: "input.items")
  }
  type Page { nodes: [Thing] edges: [Edge] errors: [Thing] }
  type Edge { node: Thing }
  type Payload { results: [Thing] count: Int @upstreamCalls(reads: 1) }
  interface Costly { cost: Int @upstreamCalls(reads: 1) }
  type Thing implements Costly {
    id: ID
    itself: Thing @upstreamCalls(reads: 1, ifSelected: "id")
    cost: Int
    many(by: [ID]): [Thing] @upstreamCalls(reads: 1, each: "by")
    found(by: [ID]): Payload @upstreamCalls(reads: 1, each: "by")
  }
  input Lists { items: [ID] deeper: Lists2 }
  input Lists2 { items: [ID] }
  """;

  private static ExecutionContext execution(String document, Map<String, Object> variables) {
    var costly = TypeRuntimeWiring.newTypeWiring("Costly").typeResolver(_ -> null);
    var wiring = RuntimeWiring.newRuntimeWiring().type(costly).build();
    var seen = new AtomicReference<@Nullable ExecutionContext>();
    var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
    var engine = GraphQL.newGraphQL(schema).instrumentation(
      new SimplePerformantInstrumentation() {
        @Override
        public ExecutionContext instrumentExecutionContext(
          ExecutionContext execution,
          InstrumentationExecutionParameters parameters,
          @Nullable InstrumentationState state
        ) {
          seen.set(execution);
          return execution;
        }
      }
    );
    var result = engine.build().execute(ExecutionInput.newExecutionInput(document).variables(variables));
    assertThat(result.getErrors()).isEmpty();
    return Objects.requireNonNull(seen.get());
  }

  private static long calls(String document, Map<String, Object> variables) {
    var execution = execution(document, variables);
    return UpstreamEstimate.of(execution).calls(execution.getCoercedVariables().toMap());
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "{ __typename } | 0",
      "{ one { __typename } } | 1",
      "{ one { cost } } | 2",
      "{ one { ... on Costly { cost } } } | 2",
      "{ one { ... { cost } ... @include(if: false) { c: cost } } } | 3",
      "{ one { itself { __typename } } } | 1",
      "{ one { itself { same: id } } } | 2",
      "{ one { itself { id: __typename itself { cost } } } } | 2",
      "{ one { itself { ...G } } } fragment G on Thing { ... { id @skip(if: true) } } | 2",
      "{ ...F } fragment F on Query { one { ...G } } fragment G on Thing { cost } | 2",
      "{ many(by: []) { cost } } | 0",
      "{ page { __typename } } | 1",
      "{ page { nodes { cost } } } | 3",
      "{ page(first: 20) { nodes { cost } } } | 2",
      "{ page(first: 999) { nodes { cost } edges { node { cost } } errors { cost } } } | 102",
      "{ page(first: 1, last: 41) { edges { node { cost } } } } | 4",
      "{ page(first: null) { nodes { cost } } } | 1",
      "{ page(first: 0) { nodes { cost } } } | 1",
      "query ($n: Int) { page(first: $n) { nodes { cost } } } | 3",
      "query ($n: Int = 41) { page(first: $n) { nodes { cost } } } | 4",
      "{ some { cost } } | 3",
      "{ several { cost } } | 3",
      "{ several(first: 100) { cost } } | 5",
      "{ many(by: null) { cost } } | 0",
      "{ many { cost } } | 0",
      "{ many(first: [\"a\"], by: []) { cost } } | 0",
      "{ many(by: \"a\") { cost } } | 2",
      "{ many(by: [\"a\", \"b\"]) { cost } } | 2",
      "mutation { write(input: {}) { count } } | 1",
      "mutation { write(input: {items: [\"a\", \"b\", \"c\"]}) { count results { cost } } } | 6",
      "mutation { write(input: {deeper: {items: [\"a\"]}, items: []}) { count } } | 1",
      "mutation { write(input: {items: \"a\"}) { results { cost } } } | 3",
    }
  )
  void isTheSumOverItsFields(String document, long calls) {
    assertThat(calls(document, Map.of())).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "query ($by: [ID]) { many(by: $by) { __typename } } | 2",
      "query ($by: [ID]) { many(by: $by) { cost } } | 4",
      "query ($by: [ID]) { many(by: $by) { many(by: $by) { cost } } } | 48",
      "query ($by: [ID]) { many(by: $by) { found(by: $by) { count } } } | 27",
      "query ($by: [ID]) { many(by: $by) { found(by: $by) { results { cost } } } } | 48",
      "query ($by: [ID]) { one { found(by: $by) { results { cost } } } } | 5",
      "mutation ($by: [ID]) { write(input: {items: $by}) { count } } | 24",
      "mutation ($by: [ID]) { write(input: {items: $by}) { results { cost } } } | 25",
      "mutation ($input: Lists) { write(input: $input) { results { cost } } } | 25",
    }
  )
  void countsAFieldAsOftenAsTheListsAroundItHaveItems(String document, long calls) {
    var many = Collections.nCopies(21, "x");
    assertThat(calls(document, Map.of("by", many, "input", Map.of("items", many)))).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    value = {
      "query ($id: ID) { one(by: $id) { __typename } } | 0",
      "query ($by: [ID]) { many(by: $by) { __typename } } | 21",
      "query ($by: [ID], $id: ID) { many(by: $by) { __typename } one(by: $id) { __typename } } | 21",
      "query ($in: [Lists]) { lists(in: $in) } | 21",
      "query ($deep: [Lists]) { lists(in: $deep) } | 21",
      "query ($all: [[ID]]) { lists(all: $all) } | 21",
      "query ($missing: [ID]) { many(by: $missing) { __typename } } | 0",
    }
  )
  void hasItsLongestListAnywhereInItsVariables(String document, int longest) {
    var many = Collections.nCopies(21, "x");
    var variables = Map.<String, Object>of(
      "id",
      "x",
      "by",
      many,
      "in",
      Map.of("items", many),
      "deep",
      Map.of("deeper", Map.of("items", many)),
      "all",
      Collections.nCopies(2, many)
    );
    var execution = execution(document, variables);
    assertThat(LongestList.of(execution).in(execution.getCoercedVariables().toMap())).isEqualTo(longest);
  }
}
