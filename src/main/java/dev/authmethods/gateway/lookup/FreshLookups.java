package dev.authmethods.gateway.lookup;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;

/**
 * Clears the data loaders before each mutation of a request. The user in the payload of the second mutation is read after the
 * second change.
 */
public record FreshLookups(DataFetcher<?> mutation) implements TrivialDataFetcher<Object> {
  @Override
  public Object get(DataFetchingEnvironment field) throws Exception {
    // Mutations run one after the other: no lookup of the one before is still running.
    field.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
    return mutation.get(field);
  }
}
