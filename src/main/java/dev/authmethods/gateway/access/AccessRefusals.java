package dev.authmethods.gateway.access;

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
 * Tells operators why requests are not let in: the counter {@code gateway.access.refusals}, by reason, and a line of the log for
 * each reason, at most once a minute. Never anything of a token but the id of a client, or of the application that it is for.
 */
@Component
class AccessRefusals {

  private static final Logger LOG = LoggerFactory.getLogger(AccessRefusals.class);

  private final RateLimitedLog<RefusalReason> log = new RateLimitedLog<>(LOG);
  private final Map<RefusalReason, Counter> counters = new EnumMap<>(RefusalReason.class);

  AccessRefusals(MeterRegistry registry) {
    for (var reason : RefusalReason.values()) {
      counters.put(reason, counter(reason, registry));
    }
  }

  private static Counter counter(RefusalReason reason, MeterRegistry registry) {
    return Counter.builder("gateway.access.refusals")
      .description("Requests that were not let in")
      .tag("reason", reason.label())
      .register(registry);
  }

  void report(Throwable thrown) {
    switch (thrown) {
      case TokenRefused refused -> report(refused.reason(), refused.shown());
      case AuthenticationServiceException _ -> report(RefusalReason.KEYS_UNAVAILABLE, "");
      case AuthenticationException _ -> report(RefusalReason.MISSING, "");
      default -> {
      }
    }
  }

  private void report(RefusalReason reason, String shown) {
    var counter = counters.get(reason);
    if (counter != null) {
      counter.increment();
    }
    log.log(level(reason), reason, "A request was not let in: " + reason.text(shown));
  }

  /** What happens every day is no warning. */
  private static Level level(RefusalReason reason) {
    return reason == RefusalReason.MISSING || reason == RefusalReason.EXPIRED ? Level.INFO : Level.WARN;
  }
}
