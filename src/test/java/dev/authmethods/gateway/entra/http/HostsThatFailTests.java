package dev.authmethods.gateway.entra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that fails is left alone for a while, and nothing is sent to it. */
@Isolated("it counts what happens within seconds")
@GatewayTest({
  "gateway.entra.breaker.minimum-calls=5",
  "gateway.entra.breaker.open-time=1s",
  "gateway.entra.breaker.window=2s",
  "gateway.entra.read-attempts=1",
})
class HostsThatFailTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  HostsThatFailTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Reply query(String by) {
    return gateway.execute(by, QUERY, Map.of());
  }

  private void fail(String fault) {
    sandbox.fault("{\"times\": 1000, " + fault + "}");
    await()
      .pollDelay(Duration.ZERO)
      .pollInterval(Duration.ofMillis(1))
      .until(() -> query(token).at("/errors").isArray() && level("graph") == 2);
  }

  /** A token that takes a new one for Microsoft Graph. */
  private String another() {
    return sandbox.token("auth-admin", Map.of("jti", UUID.randomUUID().toString()));
  }

  private double level(String host) {
    return gateway.bean(MeterRegistry.class).get("gateway.upstream.breaker").tag("host", host).gauge().value();
  }

  /** The next test finds it as it was: tried again, and good. */
  @AfterEach
  void recover() {
    sandbox.reset();
    await()
      .atMost(Duration.ofSeconds(20))
      .until(() -> query(another()).at("/errors").isMissingNode() && level("graph") == 0 && level("login") == 0);
  }

  @Nested
  class MicrosoftGraph {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"status\": 500",
        "\"status\": 503",
        "\"status\": 504, \"retryAfter\": 0",
        "\"status\": 408",
        "\"drop\": true",
        "\"status\": 200, \"body\": \"<html></html>\"",
      }
    )
    void isLeftAloneWhenItFails(String fault) {
      fail(fault);
      assertThat(level("graph")).isEqualTo(2);
      var asked = sandbox.requests().size();
      assertThat(query(token).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
      var written = PhoneWrite.ADD.send(gateway, token);
      assertThat(written.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamUnavailableError");
      assertThat(written.at(PhoneWrite.ADD.errors() + "/0/wait").asDouble()).isBetween(0.001, 1.0);
      assertThat(sandbox.requests()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "\"status\": 400", "\"status\": 401", "\"status\": 403", "\"status\": 421", "\"status\": 429" }
    )
    void isNotForWhatItRefuses(String fault) {
      sandbox.fault("{\"times\": 100, " + fault + "}");
      for (int call = 0; call < 20; call++) {
        query(token);
      }
      assertThat(level("graph")).isZero();
    }

    @Test
    void isNotForWhoGivesItNoTime() {
      query(token);
      sandbox.fault("{\"times\": 100, \"delayMs\": 300}");
      for (int call = 0; call < 8; call++) {
        var hasty = gateway
          .to("/graphql")
          .header("Authorization", "Bearer " + token)
          .header("Content-Type", "application/json")
          .header("Request-Timeout", "0.1")
          .POST(BodyPublishers.ofString("{\"query\": \"" + QUERY.replace("\"", "\\\"") + "\"}"));
        assertThat(gateway.send(hasty).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
      }
      assertThat(level("graph")).isZero();
    }

    @Test
    void isTriedWithReadsBeforeAnythingIsWritten() {
      fail("\"status\": 500");
      sandbox.reset();
      await().until(() -> level("graph") == 1);
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
      assertThat(sandbox.asked()).hasSize(4).last().asString().startsWith("POST ");
      assertThat(sandbox.asked().subList(0, 3)).allMatch(call -> call.startsWith("GET "));
      assertThat(level("graph")).isZero();
    }

    @Test
    void isSentNoWriteWhenTheTrialFails() {
      fail("\"status\": 500");
      await().until(() -> level("graph") == 1);
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).containsExactly(
        "UpstreamUnavailableError"
      );
      assertThat(sandbox.writes()).isEmpty();
    }
  }

  @Nested
  class TheLogin {

    private static final String DOWN = "{\"target\": \"login\", \"times\": 100, \"status\": 503}";

    @Test
    void isLeftAloneWhenItFails() {
      sandbox.fault(DOWN);
      await()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> query(another()).at("/errors").isArray() && level("login") == 2);
      var asked = sandbox.logins().size();
      assertThat(query(another()).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
      assertThat(sandbox.logins()).hasSize(asked);
      assertThat(level("graph")).isZero();
    }

    @Test
    void isNotForWhatItRefuses() {
      sandbox.fault("{\"target\": \"login\", \"times\": 100, \"status\": 400, \"code\": \"invalid_grant\"}");
      for (int call = 0; call < 8; call++) {
        query(another());
      }
      assertThat(level("login")).isZero();
    }
  }
}
