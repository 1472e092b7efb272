package dev.authmethods.sandbox.fault;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Work that is done when the caller has long had an answer, or has stopped to wait for one. */
public final class LateWork implements AutoCloseable {

  private final Scheduler scheduler = Schedulers.newSingle("late-work", true);
  private int resets;

  /**
   * Returns the starter of the clock for a piece of work; after a reset the work is not done, even if its time comes
   * later.
   */
  public Runnable in(Duration delay, Runnable work) {
    var known = resets();
    return () -> {
      if (known == resets()) {
        Disposable _ = scheduler.schedule(() -> perform(known, work), delay.toNanos(), NANOSECONDS);
      }
    };
  }

  /** Drops everything that is still to be done; what is being done now is done before this returns. */
  public synchronized void cancel() {
    resets++;
  }

  private synchronized int resets() {
    return resets;
  }

  private synchronized void perform(int known, Runnable work) {
    if (known == resets) {
      work.run();
    }
  }

  @Override
  public void close() {
    cancel();
    scheduler.dispose();
  }
}
