package dev.authmethods.gateway.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Breaks the field {@code viewer} of a gateway that names it among its sources, with a text that must not get out. */
final class BrokenViewer extends SimplePerformantInstrumentation {

  static final String TEXT = "cannot call +1 2065550199";

  private static final Map<String, Function<String, Error>> WAYS = Map.of(
    "tooDeep",
    StackOverflowError::new,
    "noMemory",
    OutOfMemoryError::new,
    "noClass",
    NoClassDefFoundError::new,
    "noTruth",
    AssertionError::new
  );

  @Override
  public DataFetcher<?> instrumentDataFetcher(
    DataFetcher<?> fetcher,
    InstrumentationFieldFetchParameters parameters,
    @Nullable InstrumentationState state
  ) {
    return parameters.getEnvironment().getFieldDefinition().getName().equals("viewer") ? BrokenViewer::fail : fetcher;
  }

  /** In the way that the name of the field in the answer says. */
  private static Object fail(DataFetchingEnvironment field) {
    var way = WAYS.get(field.getMergedField().getResultKey());
    if (way != null) {
      throw way.apply(TEXT);
    }
    throw new IllegalStateException(TEXT, new IllegalArgumentException(TEXT));
  }
}
