package dev.authmethods.gateway.idempotency.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Decides since when a store must have been complete for the gateway to treat an unknown key as never used.
 *
 * @param isRequired whether it must remember anything
 * @param timeToLive how long a key is kept
 * @param clockSkew  how far the clocks of clients and gateways may differ
 */
public record UnknownKeyPolicy(boolean isRequired, Duration timeToLive, Duration clockSkew) {
  /**
   * Since when the store must have kept everything. A key that says when it was made was not used before; one that
   * seems to be made in the future comes from a wrong clock, and counts as one that does not say. The store forgets a
   * key that was used earlier than a key lives in any case.
   */
  public Instant neededSince(String key, Instant now) {
    if (!isRequired) {
      return Instant.MAX;
    }
    var lived = now.minus(timeToLive);
    var made = KeyCreationTime.of(key);
    return made == null || made.isAfter(now.plus(clockSkew)) || made.minus(clockSkew).isBefore(lived)
      ? lived
      : made.minus(clockSkew);
  }

  /** When keys must be made at the earliest to pass while a store is complete since a moment; to the millisecond, as keys are. */
  public Instant acceptsFrom(Instant completeSince) {
    return completeSince.plus(clockSkew).plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
  }
}
