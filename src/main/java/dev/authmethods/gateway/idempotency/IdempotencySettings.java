package dev.authmethods.gateway.idempotency;

import dev.authmethods.gateway.idempotency.store.UnknownKeyPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings for idempotency keys. Prefix {@code gateway.idempotency}. Source of the 60 s in doubt:
 * https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview
 *
 * @param store           The store for idempotency keys: {@code embedded}, in the gateway's memory, or {@code redis},
 *                        shared by all gateways on one Redis, which {@code spring.data.redis} names.
 * @param timeToLive      How long a key is kept after its last change. Above 0.
 * @param maxEntries      The most keys that the embedded store keeps; the oldest go first. 1 at least.
 * @param secret          The secret that hashes the names of keys and encrypts their values: 32 random characters at least, the
 *                        same in all gateways on one Redis. Required with Redis, otherwise not used.
 * @param replicas        How many replicas of Redis must have the record of a write before the gateway sends the write, so that a
 *                        failover to one of them does not lose it. Not negative; above 0 it needs {@code when-unavailable=refuse}.
 * @param whenUnavailable The treatment of a mutation with a key while the store does not answer: {@code proceed}, as
 *                        without a key, or {@code refuse}.
 * @param whenLost        The treatment of a mutation with a key that the store may have lost: {@code refuse}, unless
 *                        the key was made after the loss, or {@code proceed}, as with a new key. The default is
 *                        {@code refuse} with Redis, and {@code proceed} with the embedded store, which every restart
 *                        empties.
 * @param clockSkew       How far the clocks of the gateways and of the clients, which make keys, may differ. Not negative.
 * @param inDoubt         How long after its sending Microsoft Graph may carry out a write whose answer was lost: until then its
 *                        outcome stays unknown, unless a read shows it. Not negative. With less than the 60 s that Microsoft
 *                        documents for a request, an answer can be untrue.
 */
@ConfigurationProperties("gateway.idempotency")
record IdempotencySettings(
  @DefaultValue("embedded") Store store,
  @DefaultValue("24h") Duration timeToLive,
  @DefaultValue("20000") int maxEntries,
  @Nullable String secret,
  @DefaultValue("0") int replicas,
  @DefaultValue("proceed") WhenUnavailable whenUnavailable,
  @Nullable WhenLost whenLost,
  @DefaultValue("60s") Duration clockSkew,
  @DefaultValue("60s") Duration inDoubt
) {
  /** The place where keys are kept. */
  enum Store {
    /** In the memory of this gateway. */
    EMBEDDED,
    /** In Redis. */
    REDIS,
  }

  /** The treatment of a mutation with a key while the store does not answer. */
  enum WhenUnavailable {
    /** It is executed, as one without a key. */
    PROCEED,
    /** It is refused. */
    REFUSE,
  }

  /** The treatment of a mutation with a key that may have been lost. */
  enum WhenLost {
    /** It is executed, as one with a key that was never used. */
    PROCEED,
    /** It is refused, unless the key says that it was made after the loss. */
    REFUSE,
  }

  private static final int SHORTEST_SECRET = 32;

  /** The problems of these settings; empty when there are none. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (store == Store.REDIS && secret == null) {
      problems.add("gateway.idempotency.secret (needed with gateway.idempotency.store=redis)");
    }
    if (secret != null && secret.strip().length() < SHORTEST_SECRET) {
      problems.add("gateway.idempotency.secret (must have 32 characters at least)");
    }
    if (replicas < 0) {
      problems.add("gateway.idempotency.replicas (must not be negative)");
    }
    if (replicas > 0 && whenUnavailable != WhenUnavailable.REFUSE) {
      problems.add("gateway.idempotency.replicas (needs gateway.idempotency.when-unavailable=refuse)");
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
    if (inDoubt.isNegative()) {
      problems.add("gateway.idempotency.in-doubt (must not be negative)");
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
    return "IdempotencySettings[store=%s, timeToLive=%s, maxEntries=%d, replicas=%d, whenUnavailable=%s, whenLost=%s, clockSkew=%s, inDoubt=%s]".formatted(
      store,
      timeToLive,
      maxEntries,
      replicas,
      whenUnavailable,
      whenLost,
      clockSkew,
      inDoubt
    );
  }
}
