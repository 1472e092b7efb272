package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits how many calls of one kind run at once; the call that has waited longest is next. */
public final class Bulkhead {

  private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

  private final Semaphore free;

  public Bulkhead(int number) {
    this.free = new Semaphore(number, true);
  }

  /** Takes one; {@link EntraFailure.Throttled} when none becomes free in time. */
  public void acquire(Duration patience) {
    try {
      if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw EntraFailure.Throttled.beforeSending(COME_BACK_AFTER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EntraFailure.Unavailable.heldBack(null);
    }
  }

  /** Frees the slot of a call that has ended. */
  public void release() {
    free.release();
  }
}
