package dev.authmethods.gateway.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the last line of the audit trail could be written. Degraded is not down: the gateway goes on to answer. */
@Component("auditSink")
class AuditHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final AuditMonitor monitor;

  AuditHealth(AuditMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public Health health() {
    return monitor.isFailing()
      ? Health.status(DEGRADED).withDetail("error", "The audit trail cannot be written").build()
      : Health.up().build();
  }
}
