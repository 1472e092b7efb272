package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.access.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.dataloader.MappedBatchLoader;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The data loaders that the fields of one request share: one for each {@link BatchedLookup}, by its name. */
@Component
public class DataLoaders {

  private final Map<String, BatchedLookup<?, ?>> lookups;
  private final Executor executor;

  DataLoaders(List<BatchedLookup<?, ?>> lookups, @Qualifier("applicationTaskExecutor") Executor executor) {
    this.lookups = lookups.stream().collect(Collectors.toUnmodifiableMap(BatchedLookup::name, lookup -> lookup));
    this.executor = executor;
  }

  /** New data loaders for one request. */
  public DataLoaderRegistry of(RequestContext call) {
    return new OfRequest(call);
  }

  /** Makes a data loader when a field first asks for it: most requests need one or none. */
  private final class OfRequest extends DataLoaderRegistry {

    private final RequestContext call;

    OfRequest(RequestContext call) {
      this.call = call;
    }

    @Override
    public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
      var lookup = lookups.get(name);
      return lookup == null ? super.getDataLoader(name) : computeIfAbsent(name, _ -> loader(lookup, call));
    }
  }

  /** Each batch has its thread, so that the batches of one depth run at the same time. */
  private <K, V> DataLoader<K, V> loader(BatchedLookup<K, V> lookup, RequestContext call) {
    MappedBatchLoader<K, Try<V>> load = keys ->
      CompletableFuture.supplyAsync(() -> answers(lookup, keys, call), executor);
    return DataLoaderFactory.newMappedDataLoaderWithTry(lookup.name(), load, null);
  }

  /** A failure becomes a value. A loader forgets an exception, so that the next field would ask once more. */
  private static <K, V> Map<K, Try<V>> answers(BatchedLookup<K, V> lookup, Set<K> keys, RequestContext call) {
    var answers = Try.tryCall(() -> lookup.load(keys, call));
    return keys.stream().collect(Collectors.toMap(key -> key, key -> answers.map(found -> found.get(key))));
  }
}
