package dev.authmethods.gateway.idempotency.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A store that can be taken away, and be seen and changed behind the back of those who use it. */
public final class UnreliableStore implements IdempotencyStore {

  private final IdempotencyStore store = new EmbeddedStore(
    Duration.ofHours(24),
    1_000,
    SilentLossReporter.create(),
    InstantSource.system()
  );

  public boolean down;
  public boolean changesMeanwhile;

  /** Before which it may have known keys that it does not know. */
  public Instant lostBefore = Instant.MIN;

  @Nullable
  public Instant lastNeeded;

  @Nullable
  public String lastKey;

  @Nullable
  public String lastValue;

  @Override
  public PutResult putIfAbsent(String key, String value, Instant neededSince) {
    check();
    lastKey = key;
    lastValue = value;
    lastNeeded = neededSince;
    return lostBefore.isAfter(neededSince)
      ? new PutResult.Forgotten(lostBefore)
      : store.putIfAbsent(key, value, Instant.MAX);
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
