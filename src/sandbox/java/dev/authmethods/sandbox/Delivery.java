package dev.authmethods.sandbox;

import java.time.Duration;

/** How an answer travels: after which delay, and whether it arrives whole. */
record Delivery(Reply reply, Duration delay, Ending ending) {
  /** What becomes of the connection. */
  enum Ending {
    WHOLE,
    DROPPED,
    TRUNCATED,
  }

  Delivery with(Reply other) {
    return new Delivery(other, delay, ending);
  }

  static Delivery now(Reply reply) {
    return new Delivery(reply, Duration.ZERO, Ending.WHOLE);
  }
}
