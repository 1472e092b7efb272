package dev.authmethods.gateway.api;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;

/** Forgets before a mutation what was looked up: the payload's user is read after the change, also after the second. */
record FreshLookups(DataFetcher<?> mutation) implements TrivialDataFetcher<Object> {
  @Override
  public Object get(DataFetchingEnvironment field) throws Exception {
    // Mutations run one after the other: nothing of the one before is still being looked up.
    field.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
    return mutation.get(field);
  }
}
