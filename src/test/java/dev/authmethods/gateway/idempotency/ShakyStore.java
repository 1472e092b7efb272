package dev.authmethods.gateway.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A store that can be taken away, and be seen and changed behind the back of those who use it. */
final class ShakyStore implements IdempotencyStore {

  private final IdempotencyStore store = new EmbeddedStore(Duration.ofHours(24), 1_000);

  boolean down;
  boolean changesMeanwhile;

  @Nullable
  String lastKey;

  @Nullable
  String lastValue;

  @Override
  public @Nullable String putIfAbsent(String key, String value) {
    check();
    lastKey = key;
    lastValue = value;
    return store.putIfAbsent(key, value);
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
