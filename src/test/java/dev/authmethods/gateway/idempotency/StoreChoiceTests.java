package dev.authmethods.gateway.idempotency;

import static dev.authmethods.gateway.idempotency.store.StoreContract.put;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchException;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.idempotency.store.IdempotencyStore;
import dev.authmethods.gateway.idempotency.store.StoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Which store a gateway uses, by its settings. */
@GatewayTest
@CapturesLog
class StoreChoiceTests {

  private static final String SECRET = "a secret of at least thirty-two characters";

  private final String key = UUID.randomUUID().toString().replace("-", "");
  private final SandboxControl sandbox;

  StoreChoiceTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private static IdempotencyStore storeOf(Gateway gateway) {
    return gateway.bean(IdempotencyStore.class);
  }

  private static long questions(Gateway gateway, String operation, String outcome) {
    var timer = gateway
      .bean(MeterRegistry.class)
      .find("gateway.idempotency.store")
      .tags("operation", operation, "outcome", outcome)
      .timer();
    return requireNonNull(timer).count();
  }

  private static boolean isHealthy(Gateway gateway) {
    return gateway.send(gateway.to("/actuator/health").GET()).status() == 200;
  }

  @Test
  void isTheEmbeddedOneByDefault(Gateway gateway) {
    assertThat(put(storeOf(gateway), key, "value")).isNull();
    assertThat(put(storeOf(gateway), key, "other")).isEqualTo("value");
    assertThatExceptionOfType(NoSuchBeanDefinitionException.class).isThrownBy(() ->
      gateway.bean(RedisConnectionFactory.class)
    );
  }

  @Test
  void makesNothingOfRedisUnlessItIsChosen() {
    new ApplicationContextRunner()
      .withUserConfiguration(IdempotencyConfiguration.class)
      .withBean(DefaultSslBundleRegistry.class)
      .run(context -> {
        assertThat(context).hasNotFailed().hasSingleBean(IdempotencyStore.class);
        assertThat(context.getBeanFactory().containsBeanDefinition("redisConnection")).isTrue();
        assertThat(context.getBeanFactory().containsSingleton("redisConnection")).isFalse();
      });
  }

  @Test
  void isRedisThatGatewaysShare(CapturedOutput log) {
    try (
      var redis = RedisServer.start();
      var one = Gateway.start(sandbox, redis.settings(SECRET));
      var other = Gateway.start(sandbox, redis.settings(SECRET))
    ) {
      put(storeOf(one), key, "value");
      assertThat(storeOf(other).replace(key, "value", "next")).isTrue();
      assertThat(storeOf(one).remove(key, "next")).isTrue();
      assertThat(questions(one, "put_if_absent", "available")).isEqualTo(1);
      assertThat(questions(one, "remove", "available")).isEqualTo(1);
      assertThat(questions(other, "replace", "available")).isEqualTo(1);
      assertThat(isHealthy(one)).isTrue();
      assertThat(log.getAll()).doesNotContain(" WARN ", " ERROR ", "WARNING:", "\tat ", SECRET);
    }
  }

  @Test
  void isRedisThatMayBeEmptied(CapturedOutput log) {
    try (var redis = RedisServer.start(); var gateway = Gateway.start(sandbox, redis.settings(SECRET))) {
      assertThat(log.getAll()).containsOnlyOnce("The store of idempotency keys is empty and taken for new");
      redis.wipe();
      for (int i = 0; i < 3; i++) {
        put(storeOf(gateway), key + i, "value");
      }
      assertThat(log.getAll()).containsOnlyOnce("The store of idempotency keys has lost what it kept. Until ");
      var losses = gateway.bean(MeterRegistry.class).find("gateway.idempotency.losses").tag("reason", "emptied");
      assertThat(requireNonNull(losses.counter()).count()).isOne();
    }
  }

  @Test
  void isRedisThatMayBeDown(CapturedOutput log) {
    try (var redis = RedisServer.start()) {
      redis.kill();
      try (var gateway = Gateway.start(sandbox, redis.settings(SECRET))) {
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> put(storeOf(gateway), key, "value"));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> storeOf(gateway).remove(key, "value"));
        assertThat(questions(gateway, "put_if_absent", "unavailable")).isEqualTo(1);
        assertThat(questions(gateway, "remove", "unavailable")).isEqualTo(1);
        assertThat(isHealthy(gateway)).isTrue();
        assertThat(gateway.as("auth-admin", "{ viewer { objectId } }").status()).isEqualTo(200);
        assertThat(log.getAll())
          .containsOnlyOnce("The store of idempotency keys does not answer")
          .doesNotContain(" ERROR ", "\tat ");
      } finally {
        redis.restart();
      }
    }
  }

  @Test
  void isNoRedisWithoutASecret(CapturedOutput log) {
    assertThat(catchException(() -> Gateway.start(sandbox, "gateway.idempotency.store=redis"))).isNotNull();
    assertThat(log.getAll())
      .contains("The gateway cannot keep idempotency keys", "- gateway.idempotency.secret")
      .doesNotContain("\tat ");
  }

  @Test
  void isNoRedisWithAShortSecret(CapturedOutput log) {
    var start = catchException(() -> Gateway.start(sandbox, "gateway.idempotency.secret=too-short"));
    assertThat(start).isNotNull();
    assertThat(log.getAll()).contains("- gateway.idempotency.secret").doesNotContain("too-short", "\tat ");
  }
}
