package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code gateway.upstream.calls}, by kind and outcome, {@code gateway.upstream.batch.items}, and
 * {@code gateway.upstream.breaker}, by host.
 */
public final class UpstreamMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary batchItems;
  private final Map<String, Map<Outcome, Timer>> timers = new ConcurrentHashMap<>();

  public UpstreamMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batchItems = DistributionSummary.builder("gateway.upstream.batch.items")
      .description("Requests in one batch to Microsoft Graph")
      .register(registry);
  }

  /** Publishes the state of a host's breaker as a gauge. */
  public void watch(String host, Breaker breaker) {
    Gauge.builder("gateway.upstream.breaker", breaker, Breaker::level)
      .description("0: calls pass, 1: the host is on trial, 2: it is left alone")
      .tag("host", host)
      .strongReference(true)
      .register(registry);
  }

  private enum Outcome {
    SUCCESS,
    REFUSED,
    THROTTLED,
    UNAVAILABLE,
  }

  void began(CallCost cost) {
    if (cost.use() == CallCost.Use.BATCH) {
      batchItems.record(cost.items());
    }
  }

  void ended(CallCost cost, long nanos, @Nullable EntraFailure failure) {
    var timer = timers.computeIfAbsent(cost.kind(), this::register).get(outcome(failure));
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static Outcome outcome(@Nullable EntraFailure failure) {
    return switch (failure) {
      case null -> Outcome.SUCCESS;
      case EntraFailure.Refused _, EntraFailure.Misconfigured _, EntraFailure.SignInFailure _ -> Outcome.REFUSED;
      case EntraFailure.Throttled _ -> Outcome.THROTTLED;
      case EntraFailure.Unavailable _ -> Outcome.UNAVAILABLE;
    };
  }

  private Map<Outcome, Timer> register(String kind) {
    var byOutcome = new EnumMap<Outcome, Timer>(Outcome.class);
    for (var outcome : Outcome.values()) {
      byOutcome.put(
        outcome,
        Timer.builder("gateway.upstream.calls")
          .description("Calls to Microsoft Graph")
          .tag("kind", kind)
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry)
      );
    }
    return byOutcome;
  }
}
