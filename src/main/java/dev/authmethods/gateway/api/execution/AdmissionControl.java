package dev.authmethods.gateway.api.execution;

import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.request.Overload;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Limits how many requests the gateway executes at once, in total and for one caller. It turns away the rest, if
 * possible before it reads any of them, so that accepted requests are answered in time and every caller is served.
 * Measured by {@code gateway.requests.in-flight} and {@code gateway.requests.shed}. Readiness stays up: under load that
 * is too great for all replicas, none would be left that serves.
 */
@Component
@EnableConfigurationProperties(ApiSettings.class)
public class AdmissionControl {

  private final int limit;
  private final int limitPerCaller;
  private final RunningExecutions executions;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final ConcurrentHashMap<Object, Integer> byCaller = new ConcurrentHashMap<>();
  private final Counter shed;

  AdmissionControl(ApiSettings settings, RunningExecutions executions, MeterRegistry registry) {
    this.limit = settings.maxRequestsInFlight();
    this.limitPerCaller = settings.maxRequestsInFlightPerCaller();
    this.executions = executions;
    this.shed = Counter.builder("gateway.requests.shed")
      .description("Requests that were turned away because too many were under way")
      .register(registry);
    Gauge.builder("gateway.requests.in-flight", this, AdmissionControl::inFlight)
      .description("Requests that are under way")
      .register(registry);
  }

  /**
   * Executes the request of a caller; a {@link Overload} when there is no place for it. A request takes no place while
   * it is being read, or while its token is being checked: a client that sends slowly keeps nobody out.
   */
  public <T> Mono<T> admit(Object caller, Mono<T> execution) {
    return Mono.defer(() -> enter(caller) ? execution.doFinally(_ -> leave(caller)) : Mono.error(Overload::new));
  }

  private boolean enter(Object caller) {
    if (inFlight.incrementAndGet() <= limit && executions.count() < limit && isWithinItsOwn(caller)) {
      return true;
    }
    inFlight.decrementAndGet();
    turnAway();
    return false;
  }

  private boolean isWithinItsOwn(Object caller) {
    if (byCaller.merge(caller, 1, Integer::sum) <= limitPerCaller) {
      return true;
    }
    leaveItsOwn(caller);
    return false;
  }

  private void leaveItsOwn(Object caller) {
    byCaller.computeIfPresent(caller, (_, requests) -> requests == 1 ? null : Integer.valueOf(requests - 1));
  }

  private void leave(Object caller) {
    leaveItsOwn(caller);
    inFlight.decrementAndGet();
  }

  /** Whether there is no place just now, so that nothing needs to be read. */
  public boolean isFull() {
    return inFlight() >= limit;
  }

  /** One is turned away. */
  public void turnAway() {
    shed.increment();
  }

  /** An execution that goes on after its client has gone away takes its place as well. */
  private int inFlight() {
    return Math.max(inFlight.get(), executions.count());
  }
}
