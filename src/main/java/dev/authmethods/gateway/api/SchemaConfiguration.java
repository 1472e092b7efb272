package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.BatchedLookup;
import graphql.GraphQLContext;
import graphql.scalars.ExtendedScalars;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.dataloader.BatchLoaderEnvironment;
import org.dataloader.Try;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the schema together: its scalars, and the lookups that its fields share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class SchemaConfiguration {

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> wiring.scalar(ExtendedScalars.DateTime);
  }

  @Bean
  BatchLoaderRegistry batchLoaderRegistry(
    List<BatchedLookup<?, ?>> lookups,
    @Qualifier("applicationTaskExecutor") Executor executor
  ) {
    var registry = new DefaultBatchLoaderRegistry();
    var scheduler = Schedulers.fromExecutor(executor);
    lookups.forEach(lookup -> register(registry, lookup, scheduler));
    return registry;
  }

  private static <K, V> void register(BatchLoaderRegistry registry, BatchedLookup<K, V> lookup, Scheduler scheduler) {
    registry
      .<K, Try<V>>forName(lookup.name())
      .registerMappedBatchLoader((keys, context) ->
        Mono.fromCallable(() -> load(lookup, keys, context)).subscribeOn(scheduler)
      );
  }

  /** A failure is given as an answer: what is thrown the loader forgets, and the next field would ask once more. */
  private static <K, V> Map<K, Try<V>> load(
    BatchedLookup<K, V> lookup,
    Set<K> keys,
    BatchLoaderEnvironment environment
  ) {
    GraphQLContext context = Objects.requireNonNull(environment.getContext());
    Call call = Objects.requireNonNull(context.get(Call.class));
    var answers = Try.tryCall(() -> lookup.load(keys, call));
    return keys.stream().collect(Collectors.toMap(key -> key, key -> answers.map(found -> found.get(key))));
  }
}
