package dev.authmethods.gateway.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import org.jspecify.annotations.Nullable;

/** Breaks the field {@code viewer} of a gateway that names it among its sources, with a text that must not get out. */
final class BrokenViewer extends SimplePerformantInstrumentation {

  static final String TEXT = "cannot call +1 2065550199";

  @Override
  public DataFetcher<?> instrumentDataFetcher(
    DataFetcher<?> fetcher,
    InstrumentationFieldFetchParameters parameters,
    @Nullable InstrumentationState state
  ) {
    return parameters.getEnvironment().getFieldDefinition().getName().equals("viewer") ? BrokenViewer::fail : fetcher;
  }

  private static Object fail(Object field) {
    throw new IllegalStateException(TEXT, new IllegalArgumentException(TEXT));
  }
}
