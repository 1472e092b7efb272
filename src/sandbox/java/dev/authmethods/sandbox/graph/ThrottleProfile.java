package dev.authmethods.sandbox.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which limits of Microsoft Graph hold (Microsoft Graph: service-specific throttling limits), those of one application
 * in one tenant; numbers that are given stand in for the documented ones.
 *
 * @param profile which services limit
 * @param tenantSize by how many users the resource units are; small when absent
 * @param units resource units of all calls
 * @param writes calls that write
 * @param reports calls of authentication methods
 * @param windowMs how long resource units and reports are counted
 * @param writeWindowMs how long writes are counted
 */
public record ThrottleProfile(
  Profile profile,
  @Nullable TenantSize tenantSize,
  @Nullable Integer units,
  @Nullable Integer writes,
  @Nullable Integer reports,
  @Nullable Long windowMs,
  @Nullable Long writeWindowMs
) {
  public static final ThrottleProfile NONE = new ThrottleProfile(Profile.NONE, null, null, null, null, null, null);

  public ThrottleProfile {
    var numbers = Stream.of(units, writes, reports, windowMs, writeWindowMs);
    if (profile == null || numbers.anyMatch(number -> number != null && number.longValue() < 1)) {
      throw new IllegalArgumentException("No such profile");
    }
  }

  /** Which services limit: identity and access, or its reports as well. */
  enum Profile {
    NONE,

    @JsonProperty("identity-and-access")
    IDENTITY_AND_ACCESS,

    REPORTS,
  }

  /** Small under 50 users, large over 500. */
  enum TenantSize {
    SMALL(3_500),
    MEDIUM(5_000),
    LARGE(8_000);

    private final int units;

    TenantSize(int units) {
      this.units = units;
    }
  }

  /** The limits, none of them used yet. */
  public List<ThrottleQuota> quotas() {
    return switch (profile) {
      case NONE -> List.of();
      case IDENTITY_AND_ACCESS -> List.of(ofUnits(), ofWrites());
      case REPORTS -> List.of(ofUnits(), ofWrites(), ofReports());
    };
  }

  private ThrottleQuota ofUnits() {
    var size = tenantSize == null ? TenantSize.SMALL : tenantSize;
    return new ThrottleQuota(ThrottleQuota.Kind.UNITS, units == null ? size.units : units, window());
  }

  private ThrottleQuota ofWrites() {
    var window = Duration.ofMillis(writeWindowMs == null ? 150_000 : writeWindowMs);
    return new ThrottleQuota(ThrottleQuota.Kind.WRITES, writes == null ? 3_000 : writes, window);
  }

  private ThrottleQuota ofReports() {
    return new ThrottleQuota(ThrottleQuota.Kind.REPORTS, reports == null ? 5 : reports, window());
  }

  private Duration window() {
    return Duration.ofMillis(windowMs == null ? 10_000 : windowMs);
  }
}
