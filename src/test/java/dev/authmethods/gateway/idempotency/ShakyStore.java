package dev.authmethods.gateway.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A store that can be taken away, and be seen and changed behind the back of those who use it. */
final class ShakyStore implements IdempotencyStore {

  private final IdempotencyStore store = new EmbeddedStore(
    Duration.ofHours(24),
    1_000,
    Losses.untold(),
    InstantSource.system()
  );

  boolean down;
  boolean changesMeanwhile;

  /** Before which it may have known keys that it does not know. */
  Instant lostBefore = Instant.MIN;

  @Nullable
  Instant lastNeeded;

  @Nullable
  String lastKey;

  @Nullable
  String lastValue;

  @Override
  public Put putIfAbsent(String key, String value, Instant neededSince) {
    check();
    lastKey = key;
    lastValue = value;
    lastNeeded = neededSince;
    return lostBefore.isAfter(neededSince) ? new Put.Forgotten(lostBefore) : store.putIfAbsent(key, value, Instant.MAX);
  }

  @Override
  public boolean replace(String key, String expected, String next) {
    check();
    lastValue = next;
    return !changesMeanwhile && store.replace(key, expected, next);
  }

  @Override
  public boolean remove(String key, String expected) {
    check();
    return store.remove(key, expected);
  }

  private void check() {
    if (down) {
      throw new StoreUnavailable("down", new IllegalStateException());
    }
  }
}
