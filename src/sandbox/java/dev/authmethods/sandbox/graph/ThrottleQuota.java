package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.http.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One limit, and what is used of it in the present window, which opens with the first call after the last one. */
public final class ThrottleQuota {

  private final Kind kind;
  private final int limit;
  private final Duration window;
  private Instant end = Instant.MIN;
  private long used;

  /**
   * The calls that a quota counts, and the name of the quota in a refusal; for reports only the scope is documented.
   */
  public enum Kind {
    UNITS("ReadWrite", "ResourceUnitLimitExceeded"),
    WRITES("Write", "WriteLimitExceeded"),
    REPORTS("ReadWrite", null);

    private final String limit;
    private final @Nullable String information;

    Kind(String limit, @Nullable String information) {
      this.limit = limit;
      this.information = information;
    }

    String scope() {
      return "Tenant_Application/%s/%s/%s".formatted(limit, Tenant.GATEWAY, Tenant.CONTOSO);
    }

    Optional<String> information() {
      return Optional.ofNullable(information);
    }
  }

  ThrottleQuota(Kind kind, int limit, Duration window) {
    this.kind = kind;
    this.limit = limit;
    this.window = window;
  }

  public Kind kind() {
    return kind;
  }

  /** Counts a call, also one over the limit. */
  public void charge(int amount, Instant now) {
    if (!now.isBefore(end)) {
      end = now.plus(window);
      used = 0;
    }
    used += amount;
  }

  public boolean isExceeded() {
    return used > limit;
  }

  double share() {
    return (double) used / limit;
  }

  public Duration left(Instant now) {
    return Duration.between(now, end);
  }
}
