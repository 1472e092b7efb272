package dev.authmethods.gateway.idempotency;

import dev.authmethods.gateway.idempotency.store.IdempotencyStore;
import dev.authmethods.gateway.idempotency.store.StoreUnavailable;
import java.util.function.BooleanSupplier;

/**
 * The store, for somebody who carries a mutation out and must not fail at it half way.
 *
 * @param required whether nothing shall be sent without it
 */
record FailSafeStore(IdempotencyStore store, boolean required) {
  /** The result of a change of the store. */
  enum Change {
    MADE,
    NOT_MADE,
    /** The store does not answer: the change may have been made, or not. */
    UNKNOWN,
  }

  Change replace(String key, String expected, String next) {
    return changed(() -> store.replace(key, expected, next));
  }

  Change remove(String key, String expected) {
    return changed(() -> store.remove(key, expected));
  }

  private static Change changed(BooleanSupplier question) {
    try {
      return question.getAsBoolean() ? Change.MADE : Change.NOT_MADE;
    } catch (StoreUnavailable e) {
      return Change.UNKNOWN;
    }
  }
}
