package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many calls may be under way at once; whoever waits longest is next. */
final class Slots {

  private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

  private final Semaphore free;

  Slots(int number) {
    this.free = new Semaphore(number, true);
  }

  /** Takes one; {@link EntraFailure.Throttled} when none is free before the deadline. */
  void take(Call call) {
    try {
      if (!free.tryAcquire(call.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        throw EntraFailure.Throttled.beforeSending(COME_BACK_AFTER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntraFailure.Unavailable(false, null);
    }
  }

  void giveBack() {
    free.release();
  }
}
