package dev.authmethods.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.RedisWithReplica;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The gateway as the build lays it out, whose beans were settled when there was no Redis. */
@GatewayTest
@DisabledIfSystemProperty(named = "skipAot", matches = "true", disabledReason = "The build was told to lay nothing out")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The build lays nothing out there")
class StoreChoiceIT {

  private static final Path INSTALLATION = Path.of("target", "gateway");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SECRET = "a secret of at least thirty-two characters";

  private final SandboxControl sandbox;

  StoreChoiceIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private PackagedGateway start(String... more) {
    var secret = "gateway.entra.credential.client-secret=" + sandbox.running().clientSecret();
    var settings = Stream.concat(Stream.of(secret), Stream.of(more)).toArray(String[]::new);
    return PackagedGateway.startIn(INSTALLATION, Map.of(), PackagedGateway.settingsFor(sandbox, settings));
  }

  private void answers(PackagedGateway gateway) {
    assertThat(gateway.query(sandbox.token("auth-admin"), "{ viewer { objectId } }").text()).contains("a0000000");
  }

  @Test
  void isRedisWhenItIsAskedFor() {
    try (var redis = RedisServer.start(); var gateway = start(redis.settings(SECRET))) {
      answers(gateway);
      assertThat(redis.say("INFO commandstats")).contains("cmdstat_exists");
      gateway.stop();
      assertThat(gateway.awaitExit(PATIENCE)).isIn(0, 143);
      assertThat(gateway.output())
        .contains("Starting AOT-processed GatewayApplication")
        .doesNotContain(" WARN ", " ERROR ", "\tat ", "WARNING:", SECRET);
    }
  }

  @Test
  void isFoundByASentinel() {
    try (var redis = RedisWithReplica.behindSentinel(); var gateway = start(redis.settings(SECRET))) {
      answers(gateway);
      assertThat(redis.primary().say("INFO commandstats")).contains("cmdstat_exists");
    }
  }

  @Test
  void isFoundInACluster() {
    try (var redis = RedisWithReplica.inCluster(); var gateway = start(redis.settings(SECRET))) {
      answers(gateway);
      assertThat(redis.primary().say("INFO commandstats")).contains("cmdstat_exists");
    }
  }

  @Test
  void isNoRedisWithoutASecret() {
    try (var gateway = start("gateway.idempotency.store=redis")) {
      assertThat(gateway.awaitExit(PATIENCE)).isPositive();
      assertThat(gateway.output()).contains("- gateway.idempotency.secret").doesNotContain("\tat ");
    }
  }
}
