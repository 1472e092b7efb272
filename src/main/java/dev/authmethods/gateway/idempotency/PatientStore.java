package dev.authmethods.gateway.idempotency;

import java.util.function.Supplier;

/**
 * The store, for somebody who carries a mutation out and must not fail at it half way.
 *
 * @param required whether nothing shall be sent without it
 */
record PatientStore(IdempotencyStore store, boolean required) {
  /** As the store; where it cannot be asked, true unless it is required. */
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
      return !required;
    }
  }
}
