package dev.authmethods.gateway.audit;

import dev.authmethods.gateway.access.RateLimitedLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Tells operators that the audit trail cannot be written: the counter {@code gateway.audit.failures}, and a line of the log at most
 * once a minute.
 */
@Component
class AuditMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(AuditMonitor.class);

  private final RateLimitedLog<String> log = new RateLimitedLog<>(LOG);
  private final Counter failures;
  private volatile boolean isFailing;

  AuditMonitor(MeterRegistry registry) {
    this.failures = Counter.builder("gateway.audit.failures")
      .description("Lines of the audit trail that could not be written")
      .register(registry);
  }

  void worked() {
    if (isFailing) {
      isFailing = false;
      LOG.info("The audit trail can be written again");
    }
  }

  void failed(IOException why) {
    isFailing = true;
    failures.increment();
    log.log(Level.ERROR, "failed", "The audit trail cannot be written: " + why.getMessage());
  }

  /** Whether the last line could not be written. */
  boolean isFailing() {
    return isFailing;
  }
}
