package dev.authmethods.gateway.idempotency.store;

import java.time.Instant;

/** The result of an attempt to store a value. */
public sealed interface PutResult {
  /** There was none for the key, and this one is kept now. */
  record Kept() implements PutResult {}

  /** There is one for the key already. */
  record Present(String value) implements PutResult {}

  /** There is none for the key, but there may have been: nothing is kept. All that was kept since this moment is there. */
  record Forgotten(Instant completeSince) implements PutResult {}
}
