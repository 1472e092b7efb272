package dev.authmethods.gateway.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A query that Microsoft asks to send later says how much later: each error by itself, and the answer that has nothing else. */
@GatewayTest("gateway.api.allowed-origins=https://app.contoso.com")
class RetryAfterHeaderTests {

  private static final String MEGAN = "user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" })";
  private static final String SECONDS = "/errors/0/extensions/retryAfterSeconds";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  RetryAfterHeaderTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
    // The token is there already: what follows is about Microsoft Graph alone.
    ask("{ " + MEGAN + " { displayName } }");
  }

  private Reply ask(String document) {
    return gateway.execute(token, document, Map.of());
  }

  private void throttle(String path, String wait) {
    sandbox.fault(
      "{\"match\": {\"path\": \"%s\"}, \"times\": 20, \"status\": 429, \"headers\": {\"Retry-After\": \"%s\"}}".formatted(
        path,
        wait
      )
    );
  }

  private static void assertThrottled(Reply reply, int seconds) {
    assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).isEqualTo("UPSTREAM_THROTTLED");
    assertThat(reply.at(SECONDS).isInt()).as(reply.text()).isTrue();
    assertThat(reply.at(SECONDS).intValue()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({ "600, 600", "30.2, 31", "999999, 999999" })
  void tellsWholeSeconds(String wait, int seconds) {
    throttle("getByIds", wait);
    var reply = ask("{ " + MEGAN + " { displayName } }");
    assertThrottled(reply, seconds);
    assertThat(reply.at("/data/user").isNull()).isTrue();
    assertThat(reply.header("Retry-After")).isEqualTo(Integer.toString(seconds));
  }

  @Test
  void tellsTheSecondsUntilADate() {
    var date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(600);
    throttle("getByIds", DateTimeFormatter.RFC_1123_DATE_TIME.format(date));
    var reply = ask("{ " + MEGAN + " { displayName } }");
    assertThat(reply.at(SECONDS).intValue()).as(reply.text()).isBetween(580, 600);
    assertThat(reply.header("Retry-After")).isEqualTo(reply.at(SECONDS).asString());
  }

  @Test
  void tellsItOfHostsThatFail() {
    sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"times\": 20, \"status\": 503, \"retryAfter\": 45}");
    var reply = ask("{ " + MEGAN + " { displayName } }");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(reply.at(SECONDS).intValue()).isEqualTo(45);
    assertThat(reply.header("Retry-After")).isEqualTo("45");
  }

  @ParameterizedTest
  @ValueSource(strings = { "soon", "-1" })
  void saysNothingWhereMicrosoftDoesNot(String wait) {
    throttle("getByIds", wait);
    var reply = ask("{ " + MEGAN + " { displayName } }");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_THROTTLED");
    assertThat(reply.at(SECONDS).isMissingNode()).as(reply.text()).isTrue();
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void tellsTheLongestOfSeveral() {
    throttle("/users/megan", "30");
    throttle("/users/kim", "600");
    var reply = ask(
      "{ a: user(by: { userPrincipalName: \"megan@contoso.com\" }) { id } b: user(by: { userPrincipalName: \"kim@contoso.com\" }) { id } }"
    );
    assertThat(
      reply
        .listAt("/errors")
        .stream()
        .map(error -> error.at("/extensions/retryAfterSeconds").intValue())
    )
      .as(reply.text())
      .containsExactlyInAnyOrder(30, 600);
    assertThat(reply.header("Retry-After")).isEqualTo("600");
  }

  @Test
  void leavesTheHeaderOutWhereThereAreData() {
    throttle("phoneMethods", "600");
    var reply = ask("{ " + MEGAN + " { displayName phoneMethods { id } } }");
    assertThrottled(reply, 600);
    assertThat(reply.textAt("/data/user/displayName")).isEqualTo("Megan Bowen");
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void leavesTheHeaderOutWhereAnotherErrorWouldStay() {
    throttle("/users/megan", "600");
    sandbox.fault("{\"match\": {\"path\": \"/users/kim\"}, \"times\": 20, \"status\": 400}");
    var reply = ask(
      "{ a: user(by: { userPrincipalName: \"megan@contoso.com\" }) { id } b: user(by: { userPrincipalName: \"kim@contoso.com\" }) { id } }"
    );
    assertThat(reply.at("/errors").findValuesAsString("code")).contains("UPSTREAM_THROTTLED", "UPSTREAM_REFUSED");
    assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
  }

  @Test
  void isForPagesOfOtherOriginsToRead() {
    throttle("getByIds", "600");
    var body = new JsonMapper().writeValueAsString(Map.of("query", "{ " + MEGAN + " { displayName } }"));
    var reply = gateway.send(
      gateway
        .to("/graphql")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Origin", "https://app.contoso.com")
        .POST(BodyPublishers.ofString(body))
    );
    assertThat(reply.header("Retry-After")).isEqualTo("600");
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://app.contoso.com");
    assertThat(reply.header("Access-Control-Expose-Headers")).contains("Retry-After");
  }

  @Nested
  @GatewayTest({
    "gateway.entra.quota.profile=reports",
    "gateway.entra.quota.share=1",
    "gateway.api.request-timeout=4s",
    "gateway.entra.call-timeout=3s",
  })
  class TheQuotaOfTheGateway {

    @Test
    void tellsItToo(Gateway careful, SandboxControl sandbox) {
      var reply = await(careful, sandbox);
      assertThat(reply.at(SECONDS).isInt()).as(reply.text()).isTrue();
      assertThat(reply.at(SECONDS).intValue()).isBetween(1, 10);
      assertThat(sandbox.requests("GET", "phoneMethods")).isLessThan(20);
    }

    private static Reply await(Gateway careful, SandboxControl sandbox) {
      var phones = "{ " + MEGAN + " { phoneMethods { id } } }";
      var token = sandbox.token("auth-admin");
      Reply reply;
      int asked = 0;
      do {
        reply = careful.execute(token, phones, Map.of());
      } while (reply.at("/errors").isMissingNode() && ++asked < 20);
      return reply;
    }
  }
}
