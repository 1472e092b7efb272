package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.BatchedLookup;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The lookups that the fields of one request share, by name. */
@Component
class Lookups {

  private final List<BatchedLookup<?, ?>> lookups;
  private final Executor executor;

  Lookups(List<BatchedLookup<?, ?>> lookups, @Qualifier("applicationTaskExecutor") Executor executor) {
    this.lookups = lookups;
    this.executor = executor;
  }

  /** New ones, that know nothing yet. */
  DataLoaderRegistry of(Call call) {
    var registry = new DataLoaderRegistry();
    lookups.forEach(lookup -> registry.register(lookup.name(), loader(lookup, call)));
    return registry;
  }

  /** Each batch on a thread of its own: those of one level are under way at the same time. */
  private <K, V> DataLoader<K, V> loader(BatchedLookup<K, V> lookup, Call call) {
    MappedBatchLoader<K, Try<V>> load = keys ->
      CompletableFuture.supplyAsync(() -> answers(lookup, keys, call), executor);
    return DataLoaderFactory.newMappedDataLoaderWithTry(lookup.name(), load, null);
  }

  /** A failure is given as an answer: what is thrown the loader forgets, and the next field would ask once more. */
  private static <K, V> Map<K, Try<V>> answers(BatchedLookup<K, V> lookup, Set<K> keys, Call call) {
    var answers = Try.tryCall(() -> lookup.load(keys, call));
    return keys.stream().collect(Collectors.toMap(key -> key, key -> answers.map(found -> found.get(key))));
  }
}
