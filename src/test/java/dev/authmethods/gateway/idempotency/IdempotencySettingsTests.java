package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.idempotency.IdempotencySettings.Store;
import dev.authmethods.gateway.idempotency.IdempotencySettings.WhenLost;
import dev.authmethods.gateway.idempotency.IdempotencySettings.WhenUnavailable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IdempotencySettingsTests {

  private static final String SECRET = "x".repeat(32);
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration IN_DOUBT = Duration.ofSeconds(60);

  private static IdempotencySettings settings(Store store, @Nullable String secret) {
    return new IdempotencySettings(
      store,
      Duration.ofHours(24),
      100,
      secret,
      0,
      WhenUnavailable.PROCEED,
      null,
      SKEW,
      IN_DOUBT
    );
  }

  @Test
  void needNothing() {
    var settings = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(
      "gateway.idempotency",
      IdempotencySettings.class
    );
    assertThat(settings).isEqualTo(
      new IdempotencySettings(
        Store.EMBEDDED,
        Duration.ofDays(1),
        20_000,
        null,
        0,
        WhenUnavailable.PROCEED,
        null,
        SKEW,
        IN_DOUBT
      )
    );
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void needASecretForRedis() {
    assertThat(settings(Store.REDIS, null).problems()).containsExactly(
      "gateway.idempotency.secret (needed with gateway.idempotency.store=redis)"
    );
    assertThat(settings(Store.REDIS, SECRET).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = { "", "short", "                                 ", "thirty-one characters, no more." })
  void needASecretThatIsNotShort(String secret) {
    for (var store : Store.values()) {
      assertThat(settings(store, secret).problems()).containsExactly(
        "gateway.idempotency.secret (must have 32 characters at least)"
      );
    }
  }

  @ParameterizedTest
  @ValueSource(strings = { "PT0S", "-PT1S" })
  void needATimeToLive(String timeToLive) {
    var life = Duration.parse(timeToLive);
    var settings = new IdempotencySettings(
      Store.EMBEDDED,
      life,
      0,
      null,
      0,
      WhenUnavailable.REFUSE,
      null,
      SKEW,
      IN_DOUBT
    );
    assertThat(settings.problems()).containsExactly(
      "gateway.idempotency.time-to-live (must be above 0)",
      "gateway.idempotency.max-entries (must be 1 at least)"
    );
  }

  @Test
  void mayKeepOneKeyOnly() {
    var life = Duration.ofHours(1);
    var settings = new IdempotencySettings(
      Store.EMBEDDED,
      life,
      1,
      null,
      0,
      WhenUnavailable.REFUSE,
      null,
      SKEW,
      IN_DOUBT
    );
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void refuseWhatRedisMayHaveLostUnlessTheySayOtherwise() {
    assertThat(lost(Store.REDIS, null)).isTrue();
    assertThat(lost(Store.EMBEDDED, null)).isFalse();
    for (var store : Store.values()) {
      assertThat(lost(store, WhenLost.REFUSE)).isTrue();
      assertThat(lost(store, WhenLost.PROCEED)).isFalse();
    }
  }

  private static boolean lost(Store store, @Nullable WhenLost whenLost) {
    return new IdempotencySettings(
      store,
      Duration.ofHours(24),
      1,
      SECRET,
      0,
      WhenUnavailable.PROCEED,
      whenLost,
      SKEW,
      IN_DOUBT
    )
      .unknownKeyPolicy()
      .isRequired();
  }

  @Test
  void doNotLetClocksDifferByLessThanNothing() {
    var skew = Duration.ofMillis(-1);
    var settings = new IdempotencySettings(
      Store.EMBEDDED,
      SKEW,
      1,
      null,
      0,
      WhenUnavailable.PROCEED,
      null,
      skew,
      IN_DOUBT
    );
    assertThat(settings.problems()).containsExactly("gateway.idempotency.clock-skew (must not be negative)");
  }

  @Test
  void doNotEndADoubtBeforeItBegins() {
    var none = Duration.ofMillis(-1);
    var settings = new IdempotencySettings(Store.EMBEDDED, SKEW, 1, null, 0, WhenUnavailable.PROCEED, null, SKEW, none);
    assertThat(settings.problems()).containsExactly("gateway.idempotency.in-doubt (must not be negative)");
  }

  @ParameterizedTest
  @EnumSource
  void waitForReplicasOnlyWhereAMutationIsRefusedWithoutThem(WhenUnavailable unavailable) {
    var problems = new IdempotencySettings(
      Store.REDIS,
      SKEW,
      1,
      SECRET,
      1,
      unavailable,
      null,
      SKEW,
      IN_DOUBT
    ).problems();
    if (unavailable == WhenUnavailable.REFUSE) {
      assertThat(problems).isEmpty();
    } else {
      assertThat(problems).containsExactly(
        "gateway.idempotency.replicas (needs gateway.idempotency.when-unavailable=refuse)"
      );
    }
  }

  @Test
  void doNotWaitForLessThanNoReplica() {
    var settings = new IdempotencySettings(
      Store.REDIS,
      SKEW,
      1,
      SECRET,
      -1,
      WhenUnavailable.REFUSE,
      null,
      SKEW,
      IN_DOUBT
    );
    assertThat(settings.problems()).containsExactly("gateway.idempotency.replicas (must not be negative)");
  }

  @Test
  void doNotShowTheSecret() {
    assertThat(settings(Store.REDIS, SECRET)).asString().contains("REDIS").doesNotContain("xx");
  }
}
