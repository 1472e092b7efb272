package dev.authmethods.gateway.idempotency.store;

import static dev.authmethods.gateway.idempotency.store.StoreContract.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.RedisWithReplica;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Redis with a replica that takes the place of the primary, found by a sentinel or in a cluster. */
class RedisFailoverTests {

  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final LossReporter LOSSES = new LossReporter(
    new UnknownKeyPolicy(true, StoreContract.LONG, Duration.ZERO),
    new SimpleMeterRegistry()
  );

  /** How the gateway finds the server that has the keys. */
  enum Found {
    BY_SENTINEL,
    IN_CLUSTER;

    RedisWithReplica start() {
      return this == BY_SENTINEL ? RedisWithReplica.behindSentinel() : RedisWithReplica.inCluster();
    }
  }

  /** With what the gateway's own settings say of timeouts and of clusters. */
  private static RedisConnection open(RedisWithReplica redis) {
    var settings = new StandardEnvironment();
    var own = redis
      .connection()
      .stream()
      .map(setting -> setting.split("=", 2))
      .collect(Collectors.<String[], String, Object>toMap(pair -> pair[0], pair -> pair[1]));
    settings.getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(own)));
    ConfigDataEnvironmentPostProcessor.applyTo(settings);
    return RedisConnection.open(settings, new DefaultSslBundleRegistry());
  }

  private static IdempotencyStore store(RedisConnection link, int replicas) {
    var confirmation = new ReplicaConfirmation(replicas);
    var encryption = new ValueEncryption(SECRET);
    return new RedisStore(link, encryption, confirmation, StoreContract.LONG, LOSSES, InstantSource.system());
  }

  /** The first look at a cluster can take longer than a gateway waits. */
  private static void reserve(IdempotencyStore store) {
    await()
      .atMost(PATIENCE)
      .ignoreExceptionsInstanceOf(StoreUnavailable.class)
      .untilAsserted(() -> assertThat(put(store, "key", "reserved")).isIn(null, "reserved"));
  }

  @ParameterizedTest
  @EnumSource
  void aConfirmedRecordIsKnownAfterAFailover(Found found) {
    try (var redis = found.start(); var link = open(redis)) {
      var store = store(link, 1);
      reserve(store);
      assertThat(store.replace("key", "reserved", "sent")).isTrue();
      redis.failOver();
      await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .untilAsserted(() -> assertThat(put(store, "key", "again")).isEqualTo("sent"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRecordThatNoReplicaHasIsNotTakenForKept(Found found) {
    try (var redis = found.start(); var link = open(redis)) {
      var careful = store(link, 1);
      var careless = store(link, 0);
      reserve(careful);
      redis.replica().hang();
      try {
        assertThat(careless.replace("key", "reserved", "taken")).isTrue();
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> careful.replace("key", "taken", "sent"));
      } finally {
        redis.replica().goOn();
      }
      await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(StoreUnavailable.class)
        .until(() -> careful.replace("key", "sent", "again"));
    }
  }
}
