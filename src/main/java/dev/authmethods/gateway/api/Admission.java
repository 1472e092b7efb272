package dev.authmethods.gateway.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Turns away what is more than the gateway can do, before any of it is read, so that what was let in is done in time. Measured
 * by {@code gateway.requests.in-flight} and {@code gateway.requests.shed}.
 */
@Component
@EnableConfigurationProperties(ApiSettings.class)
class Admission {

  private final int limit;
  private final UnderWay executions;
  private final Readiness readiness;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Counter shed;

  Admission(ApiSettings settings, UnderWay executions, Readiness readiness, MeterRegistry registry) {
    this.limit = settings.maxRequestsInFlight();
    this.executions = executions;
    this.readiness = readiness;
    this.shed = Counter.builder("gateway.requests.shed")
      .description("Requests that were turned away because too many were under way")
      .register(registry);
    Gauge.builder("gateway.requests.in-flight", this, Admission::inFlight)
      .description("Requests that are under way")
      .register(registry);
  }

  /** Lets a request in, which has to {@link #leave}; false when it is turned away. */
  boolean enter() {
    if (inFlight.incrementAndGet() <= limit && executions.count() < limit) {
      return true;
    }
    leave();
    turnAway();
    return false;
  }

  /** Whether nobody is let in just now. */
  boolean isFull() {
    return inFlight() >= limit;
  }

  /** One is turned away. */
  void turnAway() {
    shed.increment();
    readiness.shed();
  }

  /** One that was let in is answered, or its client has gone away. */
  void leave() {
    inFlight.decrementAndGet();
  }

  /** What goes on although its client has gone away takes its place as well. */
  private int inFlight() {
    return Math.max(inFlight.get(), executions.count());
  }
}
