package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTests extends StoreContract {

  private static final int MAX = 100;

  @Override
  IdempotencyStore store(Duration timeToLive) {
    return new EmbeddedStore(timeToLive, MAX);
  }

  /** Whoever repeats, does so soon. */
  @Test
  void forgetsThoseFirstThatChangedLongestAgo() {
    var store = store(LONG);
    fill(store, 0, MAX);
    fill(store, MAX, 2 * MAX);
    assertThat(IntStream.range(MAX, 2 * MAX)).allMatch(i -> store.putIfAbsent(key + i, "again") != null);
    assertThat(IntStream.range(0, MAX)).noneMatch(i -> store.remove(key + i, "value"));
  }

  private void fill(IdempotencyStore store, int from, int to) {
    IntStream.range(from, to).forEach(i -> store.putIfAbsent(key + i, "value"));
  }

  @Test
  void keepsNoMoreThanItMay() {
    var store = store(LONG);
    atOnce(50, i -> () -> {
      fill(store, i * MAX, (i + 1) * MAX);
      return true;
    });
    var kept = IntStream.range(0, 50 * MAX).filter(i -> store.remove(key + i, "value"));
    assertThat(kept.count()).isBetween(1L, (long) MAX);
  }
}
