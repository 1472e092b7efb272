package dev.authmethods.gateway.entra.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.StubServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A read that goes wrong is sent again: three times in all, no earlier than Microsoft asks, and never past the deadline. */
@GatewayTest({ "gateway.api.request-timeout=2s", "gateway.entra.call-timeout=1s" })
class ReadsAreRepeatedTests {

  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  ReadsAreRepeatedTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
    // The token is there already: what follows is about Microsoft Graph alone.
    readMegan();
    sandbox.call("DELETE", "/requests", "");
  }

  private Reply readMegan() {
    return gateway.execute(token, MEGAN, Map.of());
  }

  private void fault(int times, String json) {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"times\": %d, %s}".formatted(times, json));
  }

  private List<Instant> moments() {
    return sandbox
      .requests()
      .stream()
      .filter(request -> path(request).contains("getByIds"))
      .map(request -> Instant.parse(request.path("at").asString("")))
      .toList();
  }

  private static String path(JsonNode request) {
    return request.path("path").asString("");
  }

  private static void assertRead(Reply reply) {
    assertThat(reply.textAt("/data/user/displayName")).as(reply.text()).isEqualTo("Megan Bowen");
  }

  private static void assertFailed(Reply reply, String code) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/data/user").isNull()).isTrue();
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "\"status\": 429, \"retryAfter\": 0",
      "\"status\": 500",
      "\"status\": 502",
      "\"status\": 503",
      "\"status\": 503, \"retryAfter\": 0",
      "\"status\": 504",
      "\"status\": 408",
      "\"status\": 421",
      "\"drop\": true",
      "\"truncate\": true",
      "\"body\": \"<html></html>\"",
    }
  )
  void untilTheyAreAnswered(String fault) {
    fault(1, fault);
    assertRead(readMegan());
  }

  @ParameterizedTest
  @ValueSource(
    strings = { "\"status\": 500", "\"status\": 503, \"retryAfter\": 0", "\"status\": 429, \"retryAfter\": 0" }
  )
  void threeTimesAtMost(String fault) {
    fault(20, fault);
    assertFailed(readMegan(), fault.contains("429") ? "UPSTREAM_THROTTLED" : "UPSTREAM_UNAVAILABLE");
    assertThat(moments()).hasSize(3);
  }

  @Test
  void notWhenTheyAreRefused() {
    sandbox.fault("{\"match\": {\"path\": \"$batch\"}, \"times\": 5, \"status\": 400}");
    readPhones();
    assertThat(sandbox.requests("POST", "$batch")).isEqualTo(1);
  }

  @Nested
  class AfterAsLongAsMicrosoftAsks {

    @ParameterizedTest
    @ValueSource(strings = { "0.25", "0.7", "1" })
    void inSecondsWithAFraction(String seconds) {
      fault(1, "\"status\": 429, \"retryAfter\": " + seconds);
      assertRead(readMegan());
      var asked = moments();
      assertThat(asked).hasSize(2);
      var waited = Duration.between(asked.get(0), asked.get(1));
      assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis((long) (Double.parseDouble(seconds) * 1_000) - 5));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "soon", "", "1e9", "Mon, 01 Jan 2001 00:00:00 GMT", "0x10" })
    void butNotForeverWhenTheyAskForNonsense(String wait) {
      fault(20, "\"status\": 503, \"headers\": {\"Retry-After\": \"" + wait + "\"}");
      assertFailed(readMegan(), "UPSTREAM_UNAVAILABLE");
      assertThat(moments()).hasSize(3);
    }
  }

  @Nested
  class TheDeadline {

    @ParameterizedTest
    @ValueSource(strings = { "3", "180", "999999" })
    void endsItAtOnceWhenTheWaitWouldPassIt(String seconds) {
      fault(20, "\"status\": 429, \"retryAfter\": " + seconds);
      var before = Instant.now();
      assertFailed(readMegan(), "UPSTREAM_THROTTLED");
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(1_900));
      assertThat(moments()).hasSize(1);
    }

    @Test
    void endsAReadThatIsNeverAnswered() {
      fault(20, "\"delayMs\": 30000");
      var before = Instant.now();
      assertFailed(readMegan(), "UPSTREAM_UNAVAILABLE");
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
      assertThat(moments()).hasSizeBetween(1, 3);
    }
  }

  @Nested
  class ARedirect {

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void isNotFollowed(int status) {
      try (var elsewhere = StubServer.answering(path -> "{\"value\": []}")) {
        fault(5, "\"status\": %d, \"location\": \"%s/v1.0/x\"".formatted(status, elsewhere.origin()));
        assertFailed(readMegan(), "UPSTREAM_UNAVAILABLE");
        assertThat(elsewhere.requests()).isEmpty();
        assertThat(moments()).hasSizeLessThanOrEqualTo(3);
      }
    }

    @Test
    void isNotFollowedInALink() {
      try (var elsewhere = StubServer.answering(path -> "{\"value\": []}")) {
        var link = elsewhere.origin() + "/v1.0/users?$skiptoken=x";
        fault(1, "\"body\": \"{\\\"value\\\": [], \\\"@odata.nextLink\\\": \\\"%s\\\"}\"".formatted(link));
        assertThat(readMegan().at("/data/user").isNull()).isTrue();
        assertThat(elsewhere.requests()).isEmpty();
      }
    }
  }

  private Reply readPhones() {
    return gateway.execute(
      token,
      """
      { user(by: { objectId: "10000000-0000-4000-8000-000000000011" }) {
        phoneMethods { methodId phoneNumber phoneType smsSignInState createdDateTime }
      } }
      """,
      Map.of()
    );
  }

  @Nested
  class TheAnswer {

    private void phones(String json) {
      var body = new JsonMapper().writeValueAsString(json);
      sandbox.fault("{\"match\": {\"path\": \"/phoneMethods\"}, \"body\": %s}".formatted(body));
    }

    @Test
    void isReadUpToAFewMegabytes() {
      fault(1, "\"body\": \"%s\"".formatted(padded(1_000_000)));
      assertThat(readMegan().at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void isCutOffBeyondThat() {
      fault(3, "\"body\": \"%s\"".formatted(padded(9_000_000)));
      assertFailed(readMegan(), "UPSTREAM_UNAVAILABLE");
    }

    private static String padded(int bytes) {
      return "{\\\"pad\\\": \\\"" + "x".repeat(bytes) + "\\\", \\\"value\\\": []}";
    }

    @Test
    void mayHoldValuesThatMicrosoftAddsLater() {
      phones(
        """
        { "value": [{
          "@odata.type": "#microsoft.graph.satellitePhone", "id": "5a7e1117-750b-4051-897c-87b9720928f7",
          "phoneNumber": "+1 2065550101", "phoneType": "satellite", "smsSignInState": "telepathic",
          "orbit": { "height": 550, "unit": "km" }
        }] }
        """
      );
      var phone = readPhones().at("/data/user/phoneMethods/0");
      assertThat(phone.path("phoneNumber").asString("")).isEqualTo("+1 2065550101");
      assertThat(phone.path("phoneType").isNull()).isTrue();
      assertThat(phone.path("smsSignInState").asString("")).isEqualTo("UNKNOWN");
    }

    @Test
    void mayBeAnObjectOfATypeThatMicrosoftAddsLater() {
      var id = "10000000-0000-4000-8000-000000000011";
      var user = "{\\\"@odata.type\\\": \\\"#microsoft.graph.robot\\\", \\\"id\\\": \\\"%s\\\"}".formatted(id);
      fault(1, "\"body\": \"{\\\"value\\\": [%s]}\"".formatted(user));
      assertThat(readMegan().at("/data/user").isNull()).isTrue();
    }

    @Test
    void isNobodyWhenItIsSomebodyElse() {
      var user =
        "{\\\"@odata.type\\\": \\\"#microsoft.graph.user\\\", \\\"id\\\": \\\"10000000-0000-4000-8000-000000000012\\\"}";
      fault(1, "\"body\": \"{\\\"value\\\": [%s]}\"".formatted(user));
      assertThat(readMegan().at("/data/user").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
      strings = {
        "{\"value\": [{\"createdDateTime\": \"yesterday\"}]}",
        "{\"value\": [null]}",
        "{\"value\": {}}",
        "{\"value\": \"none\"}",
        "{\"value\": [[]]}",
        "[]",
        "7",
        "\"<html></html>\"",
      }
    )
    void leavesNothingOpenWhenItMakesNoSense(String json) {
      phones(json);
      var reply = readPhones();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).doesNotContain("Exception", "java.", "dev.authmethods", "yesterday");
    }

    @Test
    void ofOneUserLeavesTheOthersAlone() {
      sandbox.fault(
        """
        { "match": { "path": "000000000011/authentication" }, "times": 9,
          "body": "{\\"value\\": {\\"createdDateTime\\": \\"yesterday\\"}}" }
        """
      );
      var reply = gateway.execute(
        token,
        """
        { users(by: [
          { objectId: "10000000-0000-4000-8000-000000000011" }, { objectId: "10000000-0000-4000-8000-000000000014" }
        ]) { user { phoneMethods { phoneType } } } }
        """,
        Map.of()
      );
      assertThat(reply.listAt("/errors")).hasSize(1);
      assertThat(reply.text()).contains("phoneMethods\":null", "phoneMethods\":[{");
    }
  }

  @Nested
  class ManyIdsAtOnce {

    @Test
    void areAskedForOneByOneWhenThatIsRefused() {
      fault(1, "\"status\": 403, \"code\": \"Authorization_RequestDenied\"");
      // Another caller than that of the other tests: what is refused to one is remembered.
      assertRead(gateway.as("privileged-auth-admin", MEGAN));
      assertThat(sandbox.requests("POST", "getByIds")).isEqualTo(1);
      assertThat(sandbox.requests("POST", "$batch")).isEqualTo(1);
    }
  }
}
