package dev.authmethods.gateway.idempotency.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.UuidsOfVersion7;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnknownKeyPolicyTests {

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final Duration LIFE = Duration.ofHours(24);
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final UnknownKeyPolicy recall = new UnknownKeyPolicy(true, LIFE, SKEW);

  private Instant neededFor(Instant made) {
    return recall.neededSince(UuidsOfVersion7.madeAt(made), NOW);
  }

  @Test
  void reachesBackAWholeLifeForAKeyThatDoesNotSayWhenItWasMade() {
    assertThat(recall.neededSince("key", NOW)).isEqualTo(NOW.minus(LIFE));
  }

  @Test
  void reachesBackToWhenAKeyWasMadeByTheFastestClock() {
    assertThat(neededFor(NOW.minusSeconds(600))).isEqualTo(NOW.minusSeconds(660));
    assertThat(neededFor(NOW)).isEqualTo(NOW.minus(SKEW));
    assertThat(neededFor(NOW.plus(SKEW))).isEqualTo(NOW);
  }

  @Test
  void doesNotBelieveAKeyFromTheFuture() {
    assertThat(neededFor(NOW.plus(SKEW).plusMillis(1))).isEqualTo(NOW.minus(LIFE));
  }

  @Test
  void reachesBackNoFurtherThanKeysLive() {
    assertThat(neededFor(NOW.minus(Duration.ofDays(2)))).isEqualTo(NOW.minus(LIFE));
  }

  @Test
  void isNotNeededWhereNothingHasToBeRemembered() {
    assertThat(new UnknownKeyPolicy(false, LIFE, SKEW).neededSince("key", NOW)).isEqualTo(Instant.MAX);
  }
}
