package dev.authmethods.gateway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** How long a request may take, as its client says. */
@GatewayTest({ "gateway.api.request-timeout=4s", "gateway.entra.read-attempts=1" })
class RequestTimeoutTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";
  private static final String ADD = """
  mutation {
    addPhoneMethod(input: {
      user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550188", phoneType: MOBILE
    }) { errors { __typename } }
  }
  """;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  RequestTimeoutTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
    send("{ user(by: { userPrincipalName: \"kim@contoso.com\" }) { displayName } }");
    sandbox.call("DELETE", "/requests", "");
  }

  private Reply send(String document, String... timeouts) {
    var request = gateway
      .to("/graphql")
      .header("Authorization", "Bearer " + token)
      .header("Content-Type", "application/json")
      .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(Map.of("query", document))));
    Stream.of(timeouts).forEach(timeout -> request.header("Request-Timeout", timeout));
    return gateway.send(request);
  }

  @ParameterizedTest
  @ValueSource(strings = { "0", "0.0", "-1", "soon", "1,5", "1e1", "NaN", "Infinity", "", " ", "2.5s", "+1", ".5" })
  void isRefusedWhenItIsNoNumberAboveZero(String timeout) {
    var reply = send(ADD, timeout);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("BAD_REQUEST");
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void isRefusedWhenItIsSaidTwice() {
    assertThat(send(ADD, "1", "2").status()).isEqualTo(400);
    assertThat(sandbox.requests()).isEmpty();
  }

  @Nested
  class ARead {

    private Duration took(String... timeouts) {
      sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"delayMs\": 9000}");
      var start = Instant.now();
      var reply = send(QUERY, timeouts);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo("UPSTREAM_UNAVAILABLE");
      return Duration.between(start, Instant.now());
    }

    @Test
    void endsWhenItsClientSays() {
      assertThat(took("0.4")).isBetween(Duration.ofMillis(300), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "60", "999999999999", "99999.5" })
    void takesNoLongerThanTheGatewayLetsIt(String timeout) {
      assertThat(took(timeout)).isBetween(Duration.ofMillis(3_500), Duration.ofSeconds(6));
    }
  }

  @Nested
  class AWrite {

    @Test
    void isNotSentWhenNoTimeWouldBeLeftToReadBack() {
      assertThat(send(ADD, "2.9").typesAt("/data/addPhoneMethod/errors")).containsExactly("UpstreamUnavailableError");
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void isSentWhenTimeIsLeft() {
      assertThat(send(ADD, "3.9").typesAt("/data/addPhoneMethod/errors")).isEmpty();
    }

    @Test
    void leavesTimeToReadBackWhenItIsNotAnswered() {
      sandbox.fault(
        "{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"apply\": true, \"delayMs\": 9000}"
      );
      var start = Instant.now();
      assertThat(send(ADD).typesAt("/data/addPhoneMethod/errors")).isEmpty();
      assertThat(Duration.between(start, Instant.now())).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(3_500));
      assertThat(sandbox.requests("POST", "phoneMethods")).isEqualTo(1);
    }
  }
}
