package dev.authmethods.gateway.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PackagedGateway;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.RedisServer;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A reset whose gateway is killed in the middle is finished by another gateway, with the same key and the same plan. */
@GatewayTest
class KilledGatewayIT {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String DELIA = "delia@contoso.com";
  private static final String NUMBER = "+1 2065550199";
  private static final String LATER = "registered-since2";
  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How many deletions are over when the gateway is killed during the next. */
  private static final int OVER = 3;

  private static final String RESET = """
  mutation {
    resetMfa(input: {
      user: { userPrincipalName: "delia@contoso.com" }, scope: SECOND_FACTORS, idempotencyKey: "killed in the middle"
    }) {
      steps { methodId kind outcome errors { __typename } }
      deletedMethodIds isComplete sessionsValidFrom replayed
      remaining { kind methodId }
      errors { __typename }
    }
  }
  """;

  private final SandboxControl sandbox;
  private final String token;

  KilledGatewayIT(SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.token = sandbox.token(ADMIN);
  }

  @Test
  void isFinishedByAnotherThatDeletesOnlyWhatWasPlanned() throws IOException {
    try (var redis = RedisServer.start()) {
      killDuringReset(redis);
      var deletedByTheFirst = deletions();
      assertThat(deletedByTheFirst).hasSize(OVER + 1);
      try (var second = Gateway.start(sandbox, redis.settings(SECRET))) {
        registerMore(second);
        var reply = await()
          .atMost(PATIENCE)
          .until(
            () -> second.execute(token, RESET, Map.of()),
            answer -> !answer.typesAt("/data/resetMfa/errors").contains("IdempotencyKeyInFlightError")
          );
        assertFinished(reply, deletedByTheFirst);
      }
    }
  }

  /** The deletion that it waits for is carried out, and never answered. */
  private void killDuringReset(RedisServer redis) throws IOException {
    sandbox.fault(
      "{\"match\": {\"method\": \"DELETE\"}, \"skip\": %d, \"apply\": true, \"hang\": true}".formatted(OVER)
    );
    try (var first = start(redis); var _ = first.send(token, RESET)) {
      await()
        .atMost(PATIENCE)
        .until(() -> deletions().size() == OVER + 1);
    }
  }

  /** The sooner its requests are over, the sooner another gateway may go on. */
  private PackagedGateway start(RedisServer redis) {
    var own = Stream.of(
      "gateway.entra.credential.client-secret=" + sandbox.running().clientSecret(),
      "gateway.api.request-timeout=15s"
    );
    var settings = Stream.concat(own, Stream.of(redis.settings(SECRET))).toArray(String[]::new);
    return PackagedGateway.start(Map.of(), PackagedGateway.settingsFor(sandbox, settings));
  }

  /** A phone in the place of one that is gone, and one more passkey. */
  private void registerMore(Gateway gateway) {
    assertThat(gateway.as(ADMIN, PhoneMutation.add(DELIA, "MOBILE", NUMBER)).types()).isEmpty();
    sandbox.call(
      "POST",
      "/users/delia@contoso.com/methods",
      "{\"@odata.type\": \"#microsoft.graph.fido2AuthenticationMethod\", \"id\": \"%s\"}".formatted(LATER)
    );
  }

  private List<String> deletions() {
    return sandbox
      .ledger()
      .stream()
      .filter(change -> change.path("operation").asString().equals("delete"))
      .map(change -> change.path("phoneType").asString("") + change.path("id").asString(""))
      .toList();
  }

  private void assertFinished(Reply reply, List<String> deletedByTheFirst) {
    assertThat(reply.typesAt("/data/resetMfa/errors")).isEmpty();
    assertThat(reply.at("/data/resetMfa/isComplete").booleanValue()).as("%s", reply).isTrue();
    assertThat(reply.at("/data/resetMfa/replayed").booleanValue()).isFalse();
    assertThat(reply.textAt("/data/resetMfa/sessionsValidFrom")).isNotEmpty();
    assertThat(reply.listAt("/data/resetMfa/steps"))
      .extracting(KilledGatewayIT::outcome)
      .containsOnly("DELETED", "KEPT");
    assertThat(deletions())
      .startsWith(deletedByTheFirst.toArray(String[]::new))
      .doesNotHaveDuplicates()
      .hasSize(reply.listAt("/data/resetMfa/deletedMethodIds").size());
    assertThat(sandbox.phones(DELIA))
      .extracting(phone -> phone.path("phoneNumber").asString())
      .containsExactly(NUMBER);
    assertThat(sandbox.methods(DELIA, "fido2Methods"))
      .extracting(key -> key.path("id").asString())
      .containsExactly(LATER);
    assertThat(reply.listAt("/data/resetMfa/remaining"))
      .extracting(method -> method.path("kind").asString())
      .contains("PHONE", "PASSKEY")
      .doesNotContain("MICROSOFT_AUTHENTICATOR", "WINDOWS_HELLO_FOR_BUSINESS");
  }

  private static String outcome(JsonNode step) {
    return step.path("outcome").asString();
  }
}
