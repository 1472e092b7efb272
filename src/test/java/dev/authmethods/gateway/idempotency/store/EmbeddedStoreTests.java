package dev.authmethods.gateway.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedStoreTests extends StoreContract {

  private static final int MAX = 100;
  private static final Instant START = Instant.parse("2026-11-23T10:15:30Z");

  @Override
  IdempotencyStore store(Duration timeToLive) {
    return new EmbeddedStore(timeToLive, MAX, SilentLossReporter.create(), InstantSource.system());
  }

  /** Whoever repeats, does so soon. */
  @Test
  void forgetsThoseFirstThatChangedLongestAgo() {
    var store = store(LONG);
    fill(store, 0, MAX);
    fill(store, MAX, 2 * MAX);
    assertThat(IntStream.range(MAX, 2 * MAX)).allMatch(i -> put(store, key + i, "again") != null);
    assertThat(IntStream.range(0, MAX)).noneMatch(i -> store.remove(key + i, "value"));
  }

  private void fill(IdempotencyStore store, int from, int to) {
    IntStream.range(from, to).forEach(i -> put(store, key + i, "value"));
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

  @Test
  void isCompleteSinceItsStart() {
    var store = new EmbeddedStore(LONG, MAX, SilentLossReporter.create(), () -> START);
    assertThat(store.putIfAbsent(key, "value", START.minusMillis(1))).isEqualTo(new PutResult.Forgotten(START));
    assertThat(store.putIfAbsent(key, "value", START)).isEqualTo(new PutResult.Kept());
    assertThat(store.putIfAbsent(key, "other", START.minusMillis(1))).isEqualTo(new PutResult.Present("value"));
  }

  /** Those that are gone changed no later than that. */
  @Test
  void isCompleteSinceTheLatestChangeOfWhatHadToGo() {
    var registry = new SimpleMeterRegistry();
    var recall = new UnknownKeyPolicy(true, LONG, Duration.ZERO);
    var store = new EmbeddedStore(LONG, MAX, new LossReporter(recall, registry), InstantSource.system());
    var before = Instant.now();
    fill(store, 0, 2 * MAX);
    assertThat(registry.get("gateway.idempotency.losses").tag("reason", "full").counter().count()).isEqualTo(MAX);
    assertThat(store.putIfAbsent(key + 0, "again", before)).isInstanceOfSatisfying(
      PutResult.Forgotten.class,
      forgotten -> assertThat(forgotten.completeSince()).isBetween(before, Instant.now())
    );
    assertThat(store.putIfAbsent(key + 0, "again", Instant.now())).isEqualTo(new PutResult.Kept());
  }
}
