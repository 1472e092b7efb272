package dev.authmethods.gateway.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a key.
 *
 * @param fingerprint of the arguments
 * @param owner       who carries it out, or did
 * @param until       how long the owner may take
 * @param before      what was there before the write
 * @param sentAt      when the write was last sent of which nobody knows that it was not carried out
 * @param result      what became of it
 */
record Entry(
  State state,
  String fingerprint,
  String owner,
  Instant until,
  @Nullable String before,
  @Nullable Instant sentAt,
  @Nullable JsonNode result
) {
  /** How long Microsoft may work on a request. Source: Microsoft Graph, authentication methods overview. */
  private static final Duration UPSTREAM_CAP = Duration.ofSeconds(60);

  enum State {
    /** Nothing was sent. */
    RESERVED,
    /** The write is being sent, or was. */
    SENT,
    /** The owner does not know what became of the write. */
    UNKNOWN,
    /** There is a result. */
    SETTLED,
  }

  static Entry reserved(String fingerprint, String owner, Instant until) {
    return new Entry(State.RESERVED, fingerprint, owner, until, null, null, null);
  }

  boolean isHeld(Instant now) {
    return (state == State.RESERVED || state == State.SENT) && now.isBefore(until);
  }

  /** What was sent, or has a result that nobody understands any more, is taken for sent, whoever goes on. */
  Entry takenOver(String by, Instant newUntil) {
    return new Entry(state == State.RESERVED ? state : State.SENT, fingerprint, by, newUntil, before, sentAt, null);
  }

  /** The same, when nothing that was sent was carried out, or will be. */
  Entry unsent() {
    return new Entry(State.RESERVED, fingerprint, owner, until, null, null, result);
  }

  /** What was there before the first sending counts for all. */
  Entry sent(String was, Instant now) {
    return new Entry(State.SENT, fingerprint, owner, until, before == null ? was : before, now, null);
  }

  /** The same, of which only what was sent until then may still be carried out. */
  Entry sentAt(Instant time) {
    return new Entry(state, fingerprint, owner, until, before, time, result);
  }

  /** Whether what was sent may still be carried out. */
  boolean mayYetLand(Instant now) {
    return sentAt == null || now.isBefore(sentAt.plus(UPSTREAM_CAP));
  }

  Entry unknown() {
    return new Entry(State.UNKNOWN, fingerprint, owner, until, before, sentAt, null);
  }

  Entry settled(JsonNode outcome) {
    return new Entry(State.SETTLED, fingerprint, owner, until, null, sentAt, outcome);
  }
}
