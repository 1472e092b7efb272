package dev.authmethods.gateway.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The record of a key.
 *
 * @param fingerprint of the arguments
 * @param owner       who carries it out, or did
 * @param until       how long the owner may take
 * @param before      what was there before the write
 * @param sentAt      when the write was last sent of which nobody knows that it was not carried out
 * @param result      the outcome
 */
record KeyRecord(
  State state,
  String fingerprint,
  String owner,
  Instant until,
  @Nullable String before,
  @Nullable Instant sentAt,
  @Nullable JsonNode result
) {
  enum State {
    /** Nothing was sent. */
    RESERVED,
    /** The write is being sent, or was. */
    SENT,
    /** The owner does not know whether the write was made. */
    UNKNOWN,
    /** There is a result. */
    SETTLED,
  }

  static KeyRecord reserved(String fingerprint, String owner, Instant until) {
    return new KeyRecord(State.RESERVED, fingerprint, owner, until, null, null, null);
  }

  boolean isHeld(Instant now) {
    return (state == State.RESERVED || state == State.SENT) && now.isBefore(until);
  }

  /** A write that was sent, or whose result nobody understands any more, counts as sent for the next owner. */
  KeyRecord takenOver(String by, Instant newUntil) {
    return new KeyRecord(state == State.RESERVED ? state : State.SENT, fingerprint, by, newUntil, before, sentAt, null);
  }

  /** The same, when nothing that was sent was carried out, or will be. */
  KeyRecord unsent() {
    return new KeyRecord(State.RESERVED, fingerprint, owner, until, null, null, result);
  }

  /** The state before the first sending counts for all sendings. */
  KeyRecord sent(String was, Instant now) {
    return new KeyRecord(State.SENT, fingerprint, owner, until, before == null ? was : before, now, null);
  }

  /** The same record: only writes that were sent until then may still be carried out. */
  KeyRecord sentAt(@Nullable Instant time) {
    return new KeyRecord(state, fingerprint, owner, until, before, time, result);
  }

  /**
   * Whether what was sent may still be carried out.
   *
   * @param latest how long after its sending a write is carried out at the latest
   */
  boolean mayYetLand(Instant now, Duration latest) {
    return sentAt == null || now.isBefore(sentAt.plus(latest));
  }

  KeyRecord unknown() {
    return new KeyRecord(State.UNKNOWN, fingerprint, owner, until, before, sentAt, null);
  }

  KeyRecord settled(JsonNode outcome) {
    return new KeyRecord(State.SETTLED, fingerprint, owner, until, null, sentAt, outcome);
  }
}
