package dev.authmethods.gateway.idempotency;

import dev.authmethods.gateway.idempotency.store.UnknownKeyPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of idempotency keys, and where. Prefix {@code gateway.idempotency}.
 *
 * @param store           where it is kept; gateways that stand for one another share Redis, which {@code spring.data.redis} leads to
 * @param timeToLive      how long it is kept after its last change
 * @param maxEntries      how many keys the embedded store keeps
 * @param secret          what keys are hashed and values encrypted with, the same in all gateways on one Redis; 32 characters
 *                        at least, and needed for Redis only
 * @param whenUnavailable what becomes of a mutation with a key while the store cannot be asked
 * @param whenLost        what becomes of a mutation with a key that the store does not know, for as long as it may have lost it;
 *                        unless it is set, it is refused with Redis and proceeds with the embedded store, which every restart of
 *                        the gateway empties
 * @param clockSkew       how far the clocks of clients, which make keys, and of gateways may differ
 */
@ConfigurationProperties("gateway.idempotency")
record IdempotencySettings(
  @DefaultValue("embedded") Store store,
  @DefaultValue("24h") Duration timeToLive,
  @DefaultValue("20000") int maxEntries,
  @Nullable String secret,
  @DefaultValue("proceed") WhenUnavailable whenUnavailable,
  @Nullable WhenLost whenLost,
  @DefaultValue("60s") Duration clockSkew
) {
  /** Where it is kept. */
  enum Store {
    /** In the memory of this gateway. */
    EMBEDDED,
    /** In Redis. */
    REDIS,
  }

  /** What becomes of a mutation with a key while the store cannot be asked. */
  enum WhenUnavailable {
    /** It is executed, as one without a key. */
    PROCEED,
    /** It is refused. */
    REFUSE,
  }

  /** What becomes of a mutation with a key that may have been lost. */
  enum WhenLost {
    /** It is executed, as one with a key that was never used. */
    PROCEED,
    /** It is refused, unless the key says that it was made after the loss. */
    REFUSE,
  }

  private static final int SHORTEST_SECRET = 32;

  /** What is wrong with them; empty when nothing is. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (store == Store.REDIS && secret == null) {
      problems.add("gateway.idempotency.secret (needed with gateway.idempotency.store=redis)");
    }
    if (secret != null && secret.strip().length() < SHORTEST_SECRET) {
      problems.add("gateway.idempotency.secret (must have 32 characters at least)");
    }
    if (!timeToLive.isPositive()) {
      problems.add("gateway.idempotency.time-to-live (must be above 0)");
    }
    if (maxEntries < 1) {
      problems.add("gateway.idempotency.max-entries (must be 1 at least)");
    }
    if (clockSkew.isNegative()) {
      problems.add("gateway.idempotency.clock-skew (must not be negative)");
    }
    return problems;
  }

  /** Whether the store may take a key that it does not know for one that was never used. */
  UnknownKeyPolicy unknownKeyPolicy() {
    var isRequired = whenLost == null ? store == Store.REDIS : whenLost == WhenLost.REFUSE;
    return new UnknownKeyPolicy(isRequired, timeToLive, clockSkew);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IdempotencySettings[store=%s, timeToLive=%s, maxEntries=%d, whenUnavailable=%s, whenLost=%s, clockSkew=%s]".formatted(
      store,
      timeToLive,
      maxEntries,
      whenUnavailable,
      whenLost,
      clockSkew
    );
  }
}
