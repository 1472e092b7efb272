package dev.authmethods.gateway.idempotency.store;

import java.time.Instant;

/**
 * A store for the records of idempotency keys. It keeps each for the time to live of the settings, from its last
 * change. A store that loses records before their time knows since when it is complete.
 *
 * <p>Every method is atomic, and throws {@link StoreUnavailable} when the store does not answer; the change may then
 * have been made, or not.
 */
public interface IdempotencyStore {
  /**
   * Keeps the value unless there is one for the key, or there may have been one.
   *
   * @param neededSince since when the store must be complete to keep the value
   */
  PutResult putIfAbsent(String key, String value, Instant neededSince);

  /** Puts the next value in the place of the expected one; false, and nothing is changed, when another is there or none. */
  boolean replace(String key, String expected, String next);

  /** Takes away the expected value; false, and nothing is changed, when another is there or none. */
  boolean remove(String key, String expected);
}
