package dev.authmethods.gateway.idempotency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.FixedExpiration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Kept in the memory of one gateway, and gone with it. When there are too many, those go first that changed longest ago. */
final class EmbeddedStore implements IdempotencyStore {

  private final Cache<String, String> values;
  private final FixedExpiration<String, String> ages;
  private final int maxEntries;

  EmbeddedStore(Duration timeToLive, int maxEntries) {
    // Not Caffeine's own bound: it favors what is asked for often, and would drop the new ones.
    this.values = Caffeine.newBuilder().expireAfterWrite(timeToLive).build();
    this.ages = values.policy().expireAfterWrite().orElseThrow();
    this.maxEntries = maxEntries;
  }

  @Override
  @Nullable
  public String putIfAbsent(String key, String value) {
    var present = values.asMap().putIfAbsent(key, value);
    makeRoom();
    return present;
  }

  private void makeRoom() {
    var excess = Math.toIntExact(values.estimatedSize() - maxEntries);
    if (excess > 0) {
      ages.oldest(excess).forEach(values.asMap()::remove);
    }
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
