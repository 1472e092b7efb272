package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;

/** A wait before a call is sent. */
final class Pause {

  private Pause() {}

  /** {@link EntraFailure.Unavailable} when the gateway ends meanwhile. */
  static void of(Duration wait) {
    if (wait.isZero()) {
      return;
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EntraFailure.Unavailable.heldBack(null);
    }
  }
}
