package dev.authmethods.gateway.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Tells operators how hosts of Microsoft fail: the counter {@code gateway.upstream.failures}, by host and reason, and a line of the
 * log for each of them, at most once a minute.
 */
@Component
public class HostFailureReporter {

  private static final Logger LOG = LoggerFactory.getLogger(HostFailureReporter.class);

  private final RateLimitedLog<Failure> log = new RateLimitedLog<>(LOG);
  private final Map<Failure, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Host, HostFault> failing = new ConcurrentHashMap<>(new EnumMap<>(Host.class));
  private final MeterRegistry registry;

  HostFailureReporter(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The hosts of Microsoft that the gateway calls, by purpose. */
  public enum Host {
    GRAPH("Microsoft Graph"),
    LOGIN("The login"),
    SIGNING_KEYS("The address of the signing keys");

    private final String text;

    Host(String text) {
      this.text = text;
    }
  }

  private record Failure(Host host, HostFault fault) {}

  /**
   * A call has failed.
   *
   * @param name the name of the host
   */
  public void failed(Host host, String name, HostFault fault) {
    var failure = new Failure(host, fault);
    failing.put(host, fault);
    counters.computeIfAbsent(failure, this::register).increment();
    log.log(Level.WARN, failure, "%s (%s) fails: %s".formatted(host.text, name, fault.text()));
  }

  /** It was answered. */
  public void answered(Host host) {
    if (!failing.isEmpty()) {
      failing.remove(host);
    }
  }

  /** The failure of the host at its last call; null when it answered. */
  public @Nullable HostFault failing(Host host) {
    return failing.get(host);
  }

  private Counter register(Failure failure) {
    return Counter.builder("gateway.upstream.failures")
      .description("Calls to hosts of Microsoft that failed for want of a usable answer")
      .tag("host", failure.host().name().toLowerCase(Locale.ROOT))
      .tag("reason", failure.fault().label())
      .register(registry);
  }
}
