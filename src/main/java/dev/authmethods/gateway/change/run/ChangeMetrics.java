package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.outcome.Outcome;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** {@code gateway.writes}: the outcomes of the writes of each mutation, and how the gateway knows them. */
@Component
class ChangeMetrics {

  private final MeterRegistry registry;
  private final Map<Row, Counter> counters = new ConcurrentHashMap<>();

  ChangeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Row(String mutation, String outcome) {}

  /** Counts an outcome, and answers with the word for it. */
  String count(Operation operation, Outcome<?, ?> outcome, ChangeResult<?> result) {
    var name = name(outcome, result);
    counters.computeIfAbsent(new Row(operation.name(), name), this::register).increment();
    return name;
  }

  /** A write that Microsoft Graph confirmed and that was then seen not to be there is unknown as well. */
  private static String name(Outcome<?, ?> outcome, ChangeResult<?> result) {
    var isUnknown = result.errors().stream().anyMatch(OutcomeUnknownError.class::isInstance);
    return isUnknown ? "unknown" : name(outcome);
  }

  private static String name(Outcome<?, ?> outcome) {
    return switch (outcome) {
      case Outcome.Confirmed<?, ?> _ -> "applied_upstream";
      case Outcome.ReadBack<?, ?>(var _, var isMasked) -> isMasked ? "applied_read_back_masked" : "applied_read_back";
      case Outcome.NotApplied<?, ?> _ -> "not_applied";
      case Outcome.Refused<?, ?> _ -> "refused";
      case Outcome.Conflicted<?, ?> _ -> "conflicted";
      case Outcome.Unknown<?, ?> _ -> "unknown";
    };
  }

  private Counter register(Row row) {
    return Counter.builder("gateway.writes")
      .description("Writes to Microsoft Graph")
      .tag("mutation", row.mutation())
      .tag("outcome", row.outcome())
      .register(registry);
  }
}
