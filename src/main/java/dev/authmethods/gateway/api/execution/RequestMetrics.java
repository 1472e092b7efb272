package dev.authmethods.gateway.api.execution;

import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** {@code graphql.requests}, by operation and outcome: how long requests take whose token was good. */
@Component
class RequestMetrics {

  private final Map<Operation, Map<Outcome, Timer>> byOperation = new EnumMap<>(Operation.class);
  private final Map<Outcome, Timer> ofNone;

  RequestMetrics(MeterRegistry registry) {
    byOperation.put(Operation.QUERY, timers("query", registry));
    byOperation.put(Operation.MUTATION, timers("mutation", registry));
    this.ofNone = timers("none", registry);
  }

  private enum Outcome {
    /** Without GraphQL errors; what is in a payload's errors counts as a success. */
    SUCCESS,
    /** With GraphQL errors, or not answered for a fault of the gateway. */
    ERRORS,
    /** Not executed, because the request is invalid. */
    REFUSED,
  }

  private static Map<Outcome, Timer> timers(String operation, MeterRegistry registry) {
    var timers = new EnumMap<Outcome, Timer>(Outcome.class);
    for (var outcome : Outcome.values()) {
      timers.put(
        outcome,
        Timer.builder("graphql.requests")
          .description("Requests of GraphQL with a good token")
          .tag("operation", operation)
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry)
      );
    }
    return timers;
  }

  /** A request that began at so many {@link System#nanoTime} has a result; the operation is null when it did not come to one. */
  void answered(long began, @Nullable Operation operation, ExecutionResult result) {
    record(began, operation, outcome(result));
  }

  /** It has none. */
  void failed(long began, @Nullable Operation operation, Throwable thrown) {
    record(began, operation, thrown instanceof ResponseStatusException ? Outcome.REFUSED : Outcome.ERRORS);
  }

  private static Outcome outcome(ExecutionResult result) {
    if (!result.isDataPresent()) {
      return Outcome.REFUSED;
    }
    return result.getErrors().isEmpty() ? Outcome.SUCCESS : Outcome.ERRORS;
  }

  private void record(long began, @Nullable Operation operation, Outcome outcome) {
    var timers = operation == null ? ofNone : byOperation.getOrDefault(operation, ofNone);
    Objects.requireNonNull(timers.get(outcome)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
  }
}
