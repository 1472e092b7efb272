package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.MutationPayload;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code graphql.payload.errors}: the errors in the payloads of one mutation, by code. To GraphQL and to HTTP an answer that
 * carries them is a success, so that nothing else shows them.
 */
final class PayloadErrorMetrics implements TrivialDataFetcher<Object> {

  private final String name;
  private final DataFetcher<?> mutation;
  private final MeterRegistry registry;
  private final Map<String, Counter> byCode = new ConcurrentHashMap<>();

  PayloadErrorMetrics(String name, DataFetcher<?> mutation, MeterRegistry registry) {
    this.name = name;
    this.mutation = mutation;
    this.registry = registry;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment field) throws Exception {
    var answer = mutation.get(field);
    if (answer instanceof MutationPayload payload) {
      payload.allErrors().forEach(this::count);
    }
    return answer;
  }

  private void count(ExpectedError error) {
    byCode.computeIfAbsent(error.code(), this::register).increment();
  }

  private Counter register(String code) {
    return Counter.builder("graphql.payload.errors")
      .description("Errors in the payloads of mutations")
      .tag("mutation", name)
      .tag("code", code)
      .register(registry);
  }
}
