package dev.authmethods.gateway.accesspass;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When, for how long and how often a new pass can be used. Null leaves the choice to Microsoft Graph: now, and as the tenant's policy
 * has it. Source: https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
 */
record AccessPassTerms(
  @Nullable OffsetDateTime start,
  @Nullable Integer lifetimeInMinutes,
  @Nullable Boolean isUsableOnce
) {
  /** Microsoft Graph may round the start, and begins a pass without one a moment after its creation. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  /** As texts. Starts that are the same moment have the same text, with any offset. */
  List<String> texts() {
    return List.of(
      start == null ? "" : start.toInstant().toString(),
      String.valueOf(lifetimeInMinutes),
      String.valueOf(isUsableOnce)
    );
  }

  /** Whether a pass has these terms. */
  boolean fit(TemporaryAccessPassMethod pass) {
    return (
      (lifetimeInMinutes == null || lifetimeInMinutes.equals(pass.lifetimeInMinutes())) &&
      (isUsableOnce == null || isUsableOnce.equals(pass.isUsableOnce())) &&
      fitsStart(pass)
    );
  }

  private boolean fitsStart(TemporaryAccessPassMethod pass) {
    var begins = pass.startDateTime();
    var wanted = start == null ? pass.createdDateTime() : start;
    var tolerance = start == null ? AT_ONCE : ROUNDING;
    return begins == null || wanted == null || isNear(begins.toInstant(), wanted.toInstant(), tolerance);
  }

  private static boolean isNear(Instant one, Instant other, Duration tolerance) {
    return Duration.between(one, other).abs().compareTo(tolerance) <= 0;
  }
}
