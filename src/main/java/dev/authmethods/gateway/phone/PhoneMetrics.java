package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.outcome.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** {@code gateway.writes}: what became of the writes of each mutation, and how it is known. */
@Component
class PhoneMetrics {

  private final MeterRegistry registry;
  private final Map<Row, Counter> counters = new ConcurrentHashMap<>();

  PhoneMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  private record Row(String mutation, String outcome) {}

  /** What was confirmed and then seen not to be so is unknown as well. */
  void count(PhoneChange<?> change, Outcome<?, ?> outcome, PhoneResult<?> result) {
    var unknown = result.errors().stream().anyMatch(OutcomeUnknownError.class::isInstance);
    var name = unknown ? "unknown" : name(outcome);
    counters.computeIfAbsent(new Row(change.mutation(), name), this::register).increment();
  }

  private static String name(Outcome<?, ?> outcome) {
    return switch (outcome) {
      case Outcome.Applied<?, ?> applied -> "applied_" + applied.confirmation().name().toLowerCase(Locale.ROOT);
      case Outcome.NotApplied<?, ?> _ -> "not_applied";
      case Outcome.Refused<?, ?> _ -> "refused";
      case Outcome.Overtaken<?, ?> _ -> "overtaken";
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
