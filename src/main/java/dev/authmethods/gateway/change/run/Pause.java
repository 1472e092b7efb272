package dev.authmethods.gateway.change.run;

import dev.authmethods.gateway.access.RequestContext;
import java.time.Duration;

/** A wait of a virtual thread within the time of a request. */
final class Pause {

  private Pause() {}

  /** False when the request does not have the time. */
  static boolean of(Duration wait, RequestContext call) {
    if (call.remaining().compareTo(wait) < 0) {
      return false;
    }
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
