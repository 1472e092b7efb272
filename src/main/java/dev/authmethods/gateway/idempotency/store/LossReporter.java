package dev.authmethods.gateway.idempotency.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code gateway.idempotency.losses}, by reason; tells the log when a store forgets keys before their time. */
final class LossReporter {

  private static final Logger LOG = LoggerFactory.getLogger(LossReporter.class);

  private final UnknownKeyPolicy unknownKeys;
  private final Counter emptied;
  private final Counter full;
  private final AtomicBoolean isFull = new AtomicBoolean();

  LossReporter(UnknownKeyPolicy unknownKeys, MeterRegistry registry) {
    this.unknownKeys = unknownKeys;
    this.emptied = counter("emptied", registry);
    this.full = counter("full", registry);
  }

  private static Counter counter(String reason, MeterRegistry registry) {
    return Counter.builder("gateway.idempotency.losses")
      .description(
        "SilentLossReporter of the store of idempotency keys: times that it was emptied, keys that it had no room for"
      )
      .tag("reason", reason)
      .register(registry);
  }

  /** The store is used for the first time, or was emptied while no gateway ran. */
  void reportNew() {
    LOG.info(
      "The store of idempotency keys is empty and taken for new. If it was emptied, a repeated mutation is carried out again"
    );
  }

  /** The store was emptied, or knows less than before. */
  void reportEmptied(Instant completeSince) {
    emptied.increment();
    LOG.warn("The store of idempotency keys has lost what it kept. {}", consequence(completeSince));
  }

  private String consequence(Instant completeSince) {
    return unknownKeys.isRequired()
      ? "Until %s it refuses keys that it does not know, unless they are UUIDs of version 7 made after %s".formatted(
          completeSince.plus(unknownKeys.timeToLive()),
          unknownKeys.acceptsFrom(completeSince)
        )
      : "Mutations from before %s are carried out again when they are repeated".formatted(completeSince);
  }

  /** The store had no room, and forgot a key before its time. */
  void reportFull() {
    full.increment();
    if (isFull.compareAndSet(false, true)) {
      LOG.warn("The store of idempotency keys is full, and forgets the oldest before their time");
    }
  }
}
