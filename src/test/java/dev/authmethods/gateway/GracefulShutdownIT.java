package dev.authmethods.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A gateway that is asked to end finishes what it has begun. */
@GatewayTest
class GracefulShutdownIT {

  private static final String ADD = """
  mutation {
    addPhoneMethod(input: {
      user: { objectId: "10000000-0000-4000-8000-000000000001" }, phoneNumber: "+1 2065550188", phoneType: MOBILE
    }) { phoneMethod { methodId } errors { __typename } }
  }
  """;
  private static final String HANGS =
    "{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"apply\": true, \"delayMs\": %d%s}";

  private final SandboxControl sandbox;
  private final String token;

  GracefulShutdownIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private PackagedGateway started() {
    var secret = "gateway.entra.credential.client-secret=" + sandbox.running().clientSecret();
    var gateway = PackagedGateway.start(Map.of(), PackagedGateway.settingsFor(sandbox, secret));
    assertThat(gateway.query(token, "{ viewer { objectId } }").status()).isEqualTo(200);
    return gateway;
  }

  private void awaitSent() {
    await().until(() -> sandbox.requests("POST", "phoneMethods") == 1);
  }

  @Test
  void answersWhatBecameOfAWrite() {
    try (var gateway = started()) {
      sandbox.fault(HANGS.formatted(3_000, ""));
      var writing = CompletableFuture.supplyAsync(() -> gateway.query(token, ADD));
      awaitSent();
      gateway.stop();
      var reply = writing.join();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.textAt("/data/addPhoneMethod/phoneMethod/methodId")).isNotEmpty();
      assertThat(gateway.awaitExit(Duration.ofSeconds(10))).isIn(0, 143);
    }
  }

  /** The answer is lost, and what became of the write found out by reading: both after the gateway was asked to end. */
  @Test
  void findsOutWhatBecameOfAWriteThatIsNotAnswered() {
    try (var gateway = started()) {
      sandbox.fault(HANGS.formatted(2_000, ", \"status\": 504"));
      var writing = CompletableFuture.supplyAsync(() -> gateway.query(token, ADD));
      awaitSent();
      gateway.stop();
      assertThat(writing.join().textAt("/data/addPhoneMethod/phoneMethod/methodId")).isNotEmpty();
      assertThat(gateway.awaitExit(Duration.ofSeconds(10))).isIn(0, 143);
    }
  }

  @Test
  void waitsForAWriteThatNobodyWaitsForAnyMore() throws IOException {
    try (var gateway = started()) {
      sandbox.fault(HANGS.formatted(4_000, ""));
      try (var client = gateway.send(token, ADD)) {
        awaitSent();
        client.setSoLinger(true, 0);
      }
      var stopped = System.nanoTime();
      gateway.stop();
      assertThat(gateway.awaitExit(Duration.ofSeconds(20))).isIn(0, 143);
      assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isGreaterThan(Duration.ofMillis(2_500));
      assertThat(gateway.output()).doesNotContain(" ERROR ", "\tat ");
    }
  }
}
