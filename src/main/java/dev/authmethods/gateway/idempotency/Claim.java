package dev.authmethods.gateway.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a mutation with a key.
 *
 * @param <R> the result of the mutation
 */
public sealed interface Claim<R> {
  /** Nobody carries the mutation out, and nobody has. */
  record Granted<R>(Lease<R> lease) implements Claim<R> {}

  /**
   * Somebody may have sent the write, and does not know or cannot tell any more whether it was made.
   *
   * @param before     the state before, as {@link Lease#sending} got it
   * @param sentAt     when it was sent last, as far as that is known
   * @param mayYetLand whether what was sent may still be carried out
   */
  record Doubtful<R>(
    Lease<R> lease,
    @Nullable String before,
    @Nullable Instant sentAt,
    boolean mayYetLand
  ) implements Claim<R> {}

  /** The outcome of the mutation is known. The caller has still to be allowed to see it. */
  record Settled<R>(R result) implements Claim<R> {}

  /** The key belongs to a mutation with other arguments. */
  record Reused<R>() implements Claim<R> {}

  /** The mutation is being carried out at this moment. */
  record InFlight<R>(Duration retryAfter) implements Claim<R> {}

  /**
   * Nobody knows any more whether the mutation was carried out: the store has lost keys before their time.
   *
   * @param keysAcceptedFrom when a key has to be made, and say so, to be accepted
   */
  record Forgotten<R>(Instant keysAcceptedFrom) implements Claim<R> {}

  /** The store does not answer, and without it nothing may be done. */
  record Unavailable<R>() implements Claim<R> {}
}
