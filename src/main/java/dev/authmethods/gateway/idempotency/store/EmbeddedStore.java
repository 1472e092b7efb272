package dev.authmethods.gateway.idempotency.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.FixedExpiration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Kept in the memory of one gateway, and gone with it. When there are too many, those go first that changed longest ago. It is
 * complete since the gateway started, or since the latest change of what had to go.
 */
final class EmbeddedStore implements IdempotencyStore {

  private final Cache<String, String> values;
  private final FixedExpiration<String, String> ages;
  private final int maxEntries;
  private final LossReporter losses;
  private final InstantSource clock;
  private final AtomicReference<Instant> completeSince;

  EmbeddedStore(Duration timeToLive, int maxEntries, LossReporter losses, InstantSource clock) {
    // Not Caffeine's own bound: it favors values that are often read, and would drop the new ones.
    this.values = Caffeine.newBuilder().expireAfterWrite(timeToLive).build();
    this.ages = values.policy().expireAfterWrite().orElseThrow();
    this.maxEntries = maxEntries;
    this.losses = losses;
    this.clock = clock;
    this.completeSince = new AtomicReference<>(clock.instant());
  }

  @Override
  public PutResult putIfAbsent(String key, String value, Instant neededSince) {
    var present = values.asMap().putIfAbsent(key, value);
    if (present != null) {
      return new PutResult.Present(present);
    }
    // Read after the key was not found: what makes room raises it before it takes a key away.
    var since = completeSince.get();
    if (since.isAfter(neededSince)) {
      remove(key, value);
      return new PutResult.Forgotten(since);
    }
    makeRoom();
    return new PutResult.Kept();
  }

  private void makeRoom() {
    var excess = Math.toIntExact(values.estimatedSize() - maxEntries);
    if (excess > 0) {
      ages.oldest(excess).forEach(this::forget);
    }
  }

  private void forget(String key, String value) {
    ages.ageOf(key).ifPresent(age -> {
      completeSince.accumulateAndGet(clock.instant().minus(age), EmbeddedStore::later);
      if (remove(key, value)) {
        losses.reportFull();
      }
    });
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Override
  public boolean replace(String key, String expected, String next) {
    return values.asMap().replace(key, expected, next);
  }

  @Override
  public boolean remove(String key, String expected) {
    return values.asMap().remove(key, expected);
  }
}
