package dev.authmethods.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration LOOK_UP = Duration.ofMillis(20);

  private Patience() {}

  /** Waits until it is so; three minutes at most. */
  static void until(String what, BooleanSupplier isSo) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("In vain: " + what);
      }
      pause(LOOK_UP);
    }
  }

  /** Lets a time pass. */
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
