package dev.authmethods.gateway.api;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets before each mutation of a document what was read before it, so that its payload shows what is true after it. */
@Component
class FreshReads extends SimplePerformantInstrumentation {

  @Override
  public DataFetcher<?> instrumentDataFetcher(
    DataFetcher<?> fetcher,
    InstrumentationFieldFetchParameters parameters,
    @Nullable InstrumentationState state
  ) {
    var field = parameters.getEnvironment();
    var mutations = field.getGraphQLSchema().getMutationType();
    return mutations != null && mutations.equals(field.getParentType()) ? forgetting(fetcher) : fetcher;
  }

  private static DataFetcher<?> forgetting(DataFetcher<?> fetcher) {
    return field -> {
      field.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
      return fetcher.get(field);
    };
  }
}
