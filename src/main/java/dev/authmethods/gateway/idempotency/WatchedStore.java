package dev.authmethods.gateway.idempotency;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store, and whether it can be asked. Told once when it cannot, and once when it can again. */
final class WatchedStore {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedStore.class);

  private final IdempotencyStore store;
  private final boolean required;
  private final AtomicBoolean down = new AtomicBoolean();

  WatchedStore(IdempotencyStore store, boolean required) {
    this.store = store;
    this.required = required;
  }

  /** As the store; {@link StoreUnavailable} when it cannot be asked. */
  @Nullable
  String putIfAbsent(String key, String value) {
    try {
      var there = store.putIfAbsent(key, value);
      up();
      return there;
    } catch (StoreUnavailable e) {
      down();
      throw e;
    }
  }

  /** As the store; where it cannot be asked, true unless nothing shall be done without it. */
  boolean replace(String key, String expected, String next) {
    return asked(() -> store.replace(key, expected, next));
  }

  /** As the store. */
  void remove(String key, String expected) {
    var _ = asked(() -> store.remove(key, expected));
  }

  private boolean asked(Supplier<Boolean> question) {
    try {
      return question.get();
    } catch (StoreUnavailable e) {
      down();
      return !required;
    }
  }

  private void down() {
    if (down.compareAndSet(false, true)) {
      LOG.warn("The idempotency store cannot be asked: mutations {}", required ? "are refused" : "go on without it");
    }
  }

  private void up() {
    if (down.compareAndSet(true, false)) {
      LOG.info("The idempotency store can be asked again");
    }
  }
}
