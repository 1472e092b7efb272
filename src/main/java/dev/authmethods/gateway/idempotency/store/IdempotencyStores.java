package dev.authmethods.gateway.idempotency.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** Makes the stores that the settings can choose. Each store measures its operations and reports the keys that it loses. */
public final class IdempotencyStores {

  private final UnknownKeyPolicy policy;
  private final LossReporter losses;
  private final MeterRegistry registry;

  /** Makes stores that count what they do in a registry. */
  public IdempotencyStores(UnknownKeyPolicy policy, MeterRegistry registry) {
    this.policy = policy;
    this.losses = new LossReporter(policy, registry);
    this.registry = registry;
  }

  /** A store in the memory of this gateway, which keeps {@code maxEntries} keys at most. */
  public IdempotencyStore embedded(int maxEntries) {
    return measured(new EmbeddedStore(policy.timeToLive(), maxEntries, losses, InstantSource.system()));
  }

  /** A store in Redis, which encrypts every value with the secret, and has so many replicas confirm each change of a record. */
  public IdempotencyStore redis(RedisConnection connection, String secret, int replicas) {
    var encryption = new ValueEncryption(secret);
    var confirmation = new ReplicaConfirmation(replicas);
    return measured(
      new RedisStore(connection, encryption, confirmation, policy.timeToLive(), losses, InstantSource.system())
    );
  }

  private IdempotencyStore measured(IdempotencyStore store) {
    return new MeasuredStore(store, registry);
  }
}
