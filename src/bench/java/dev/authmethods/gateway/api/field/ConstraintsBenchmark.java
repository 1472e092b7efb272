package dev.authmethods.gateway.api.field;

import static java.util.Objects.requireNonNull;

import dev.authmethods.bench.Documents;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Checking the constraints of the schema: those of a mutation's input, and those of a list of 20 references. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ConstraintsBenchmark {

  /** What is asked. */
  public enum Shape {
    /** A mutation that keeps them. */
    ADD,
    /** A mutation that breaks one. */
    SHORT_NUMBER,
    /** A query. */
    LIST_20;

    Map<String, Object> document() {
      return switch (this) {
        case ADD -> Documents.addPhone();
        case SHORT_NUMBER -> Documents.shortNumber();
        case LIST_20 -> Documents.users(20);
      };
    }
  }

  /** What is asked. */
  @Param
  public Shape shape = Shape.ADD;

  private final Constraints constraints = new Constraints();
  private @Nullable DataFetchingEnvironment field;

  /** Executes the document once, against a schema that answers nothing, to come by the field with its arguments. */
  @Setup
  public void prepare() throws IOException {
    var wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build();
    var schema = new SchemaGenerator().makeExecutableSchema(definitions(), wiring);
    var engine = GraphQL.newGraphQL(schema).instrumentation(new FirstField()).build();
    engine.execute(input());
    if (check().isEmpty() == (shape == Shape.SHORT_NUMBER)) {
      throw new IllegalStateException("The constraints are not checked");
    }
  }

  /** What breaks them. */
  @Benchmark
  public List<?> check() {
    return constraints.check(requireNonNull(field));
  }

  @SuppressWarnings("unchecked")
  private ExecutionInput input() {
    var document = shape.document();
    return ExecutionInput.newExecutionInput((String) requireNonNull(document.get("query")))
      .variables((Map<String, Object>) requireNonNull(document.get("variables")))
      .build();
  }

  private static TypeDefinitionRegistry definitions() throws IOException {
    var definitions = new TypeDefinitionRegistry();
    for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls")) {
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        definitions.merge(new SchemaParser().parse(reader));
      }
    }
    return definitions;
  }

  private final class FirstField extends SimplePerformantInstrumentation {

    @Override
    public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      @Nullable InstrumentationState state
    ) {
      field = parameters.getEnvironment();
      return _ -> null;
    }
  }
}
