package dev.authmethods.gateway.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets before each mutation what was looked up: the payload's user is read after the change, also after the second. */
@Component
class FreshLookups extends SimplePerformantInstrumentation {

  @Override
  public DataFetcher<?> instrumentDataFetcher(
    DataFetcher<?> fetcher,
    InstrumentationFieldFetchParameters parameters,
    @Nullable InstrumentationState state
  ) {
    var field = parameters.getEnvironment();
    return field.getParentType().equals(field.getGraphQLSchema().getMutationType()) ? forgetting(fetcher) : fetcher;
  }

  private static DataFetcher<?> forgetting(DataFetcher<?> fetcher) {
    return field -> {
      forget(field);
      return fetcher.get(field);
    };
  }

  /** Mutations run one after the other: nothing of the one before is still being looked up. */
  private static void forget(DataFetchingEnvironment field) {
    field.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
  }
}
