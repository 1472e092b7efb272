package dev.authmethods.gateway.idempotency.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The generation of a store: the moment since when it has kept everything. It tells a store from the same one after a
 * loss.
 */
final class StoreGeneration {

  private final byte[] encrypted;
  private final Instant completeSince;
  private final AtomicLong count = new AtomicLong();

  /** As it lies in the store, and what it says, to the millisecond. */
  StoreGeneration(byte[] encrypted, Instant completeSince) {
    this.encrypted = encrypted;
    this.completeSince = completeSince;
  }

  byte[] encrypted() {
    return encrypted;
  }

  Instant completeSince() {
    return completeSince;
  }

  /** By which a value of a key goes that is kept under this mark. */
  String name(String key) {
    return completeSince.toEpochMilli() + ":" + key;
  }

  /** How many values it was seen to have kept at least. */
  long count() {
    return count.get();
  }

  /** Tells that it has kept so many values. */
  void counted(long values) {
    count.accumulateAndGet(values, Math::max);
  }
}
