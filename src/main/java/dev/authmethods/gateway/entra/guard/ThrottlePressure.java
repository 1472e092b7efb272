package dev.authmethods.gateway.entra.guard;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How near the tenant is to its limits, as Microsoft reports it: a part of the limit, sent only above 0.8 and up to
 * 1.8. A report holds as long as the window that the limits are counted in. Source:
 * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 */
public final class ThrottlePressure {

  public static final String HEADER = "x-ms-throttle-limit-percentage";

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final double NONE = 0.8;
  private static final double HIGHEST = 1.8;

  /** However great the pressure, this part of the rate is left, to see when it goes down. */
  private static final double LEAST_RATE = 0.1;

  private static final Duration LONGEST_HOLD = Duration.ofMillis(500);

  private final LongSupplier nanos;
  private volatile Report report;

  public ThrottlePressure(LongSupplier nanos) {
    this.nanos = nanos;
    this.report = new Report(NONE, nanos.getAsLong());
  }

  private record Report(double part, long at) {}

  /** Takes the value of the header; one that is no number reports nothing. */
  public void report(@Nullable String percentage) {
    if (percentage != null) {
      parse(percentage);
    }
  }

  private void parse(String percentage) {
    try {
      double part = Double.parseDouble(percentage);
      if (part >= NONE) {
        report = new Report(Math.min(part, HIGHEST), nanos.getAsLong());
      }
    } catch (NumberFormatException e) {
      // Not a report.
    }
  }

  /** The part of the ordinary rate that is allowed now. */
  public double rate() {
    return Math.max(LEAST_RATE, 1 - excess());
  }

  /** How long to hold a read back if no rate is set. */
  public Duration hold() {
    return Duration.ofNanos((long) (LONGEST_HOLD.toNanos() * excess()));
  }

  /** From 0 to 1. */
  private double excess() {
    var last = report;
    var stale = nanos.getAsLong() - last.at > WINDOW.toNanos();
    return stale ? 0 : (last.part - NONE) / (HIGHEST - NONE);
  }
}
