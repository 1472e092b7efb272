package dev.authmethods.sandbox.http;

import java.time.Duration;

/**
 * How an answer travels: after which delay, and whether it arrives whole.
 *
 * @param afterwards what follows once the answer is out, or the connection gone
 */
public record Delivery(HttpReply reply, Duration delay, Ending ending, Runnable afterwards) {
  /** No answer. */
  public static final Delivery NONE = now(HttpReply.empty(0));

  /** The end of the connection. */
  public enum Ending {
    WHOLE,
    DROPPED,
    TRUNCATED,
    HANGING,
  }

  public static Delivery now(HttpReply reply) {
    return new Delivery(reply, Duration.ZERO, Ending.WHOLE, () -> {});
  }

  public Delivery with(HttpReply other) {
    return new Delivery(other, delay, ending, afterwards);
  }

  /** Another answer in its place, which keeps only what follows. */
  public Delivery replacedBy(HttpReply other) {
    return now(other).followedBy(afterwards);
  }

  public Delivery followedBy(Runnable next) {
    return new Delivery(reply, delay, ending, () -> {
      afterwards.run();
      next.run();
    });
  }

  public Delivery heldBack(Duration longer) {
    return new Delivery(reply, delay.plus(longer), ending, afterwards);
  }

  public Delivery ending(Ending other) {
    return new Delivery(reply, delay, other, afterwards);
  }
}
