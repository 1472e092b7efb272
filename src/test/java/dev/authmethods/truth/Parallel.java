package dev.authmethods.truth;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things a few at a time. */
final class Parallel {

  private Parallel() {}

  /** Waits for all of them; their results in their order. */
  static <T> List<T> run(int atATime, List<Callable<T>> work) {
    try (var pool = Executors.newFixedThreadPool(atATime)) {
      return pool.invokeAll(work).stream().map(Parallel::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
