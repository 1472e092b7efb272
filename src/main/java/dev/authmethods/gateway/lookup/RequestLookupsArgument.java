package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.entra.LookupResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link RequestLookups} of their field. */
@Component
class RequestLookupsArgument implements HandlerMethodArgumentResolver {

  private final List<UserFieldLookup<?>> lookups;

  RequestLookupsArgument(List<UserFieldLookup<?>> lookups) {
    this.lookups = lookups;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == RequestLookups.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return new OfField(environment, lookups);
  }

  private record OfField(DataFetchingEnvironment field, List<UserFieldLookup<?>> lookups) implements RequestLookups {
    @Override
    public UserPrefetch users() {
      return SelectedUserPrefetch.of(field, lookups);
    }

    @Override
    public <K, V> CompletableFuture<LookupResult<V>> loadBy(String lookup, K key) {
      DataLoader<K, LookupResult<V>> loader = Objects.requireNonNull(field.getDataLoader(lookup));
      return loader.load(key);
    }
  }
}
