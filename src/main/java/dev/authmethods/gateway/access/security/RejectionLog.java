package dev.authmethods.gateway.access.security;

import dev.authmethods.gateway.access.RateLimitedLog;
import dev.authmethods.gateway.access.RejectedToken;
import dev.authmethods.gateway.access.RejectionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Tells operators why the gateway rejects tokens: the counter {@code gateway.access.refusals}, by reason, and a line of
 * the log for each reason, at most once a minute. Of a token it tells only the id of the client, or of the application
 * that the token is for.
 */
@Component
class RejectionLog {

  private static final Logger LOG = LoggerFactory.getLogger(RejectionLog.class);

  private final RateLimitedLog<RejectionReason> log = new RateLimitedLog<>(LOG);
  private final Map<RejectionReason, Counter> counters = new EnumMap<>(RejectionReason.class);

  RejectionLog(MeterRegistry registry) {
    for (var reason : RejectionReason.values()) {
      counters.put(reason, counter(reason, registry));
    }
  }

  private static Counter counter(RejectionReason reason, MeterRegistry registry) {
    return Counter.builder("gateway.access.refusals")
      .description("Requests that were not let in")
      .tag("reason", reason.label())
      .register(registry);
  }

  void report(Throwable thrown) {
    switch (thrown) {
      case RejectedToken refused -> report(refused.reason(), refused.shown());
      case AuthenticationServiceException _ -> report(RejectionReason.KEYS_UNAVAILABLE, "");
      case AuthenticationException _ -> report(RejectionReason.MISSING, "");
      default -> {
      }
    }
  }

  private void report(RejectionReason reason, String shown) {
    var counter = counters.get(reason);
    if (counter != null) {
      counter.increment();
    }
    log.log(level(reason), reason, "A request was not let in: " + reason.text(shown));
  }

  /** A reason that occurs every day is no warning. */
  private static Level level(RejectionReason reason) {
    return reason == RejectionReason.MISSING || reason == RejectionReason.EXPIRED ? Level.INFO : Level.WARN;
  }
}
