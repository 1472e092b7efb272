package dev.authmethods.gateway.idempotency;

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
 * @param result      what became of it
 */
record Entry(
  State state,
  String fingerprint,
  String owner,
  Instant until,
  @Nullable String before,
  @Nullable JsonNode result
) {
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
    return new Entry(State.RESERVED, fingerprint, owner, until, null, null);
  }

  boolean isHeld(Instant now) {
    return (state == State.RESERVED || state == State.SENT) && now.isBefore(until);
  }

  /** What was sent, or has a result that nobody understands any more, is taken for sent, whoever goes on. */
  Entry takenOver(String by, Instant newUntil) {
    return new Entry(state == State.RESERVED ? state : State.SENT, fingerprint, by, newUntil, before, null);
  }

  Entry sent(String was) {
    return new Entry(State.SENT, fingerprint, owner, until, was, null);
  }

  Entry unknown() {
    return new Entry(State.UNKNOWN, fingerprint, owner, until, before, null);
  }

  Entry settled(JsonNode outcome) {
    return new Entry(State.SETTLED, fingerprint, owner, until, null, outcome);
  }
}
