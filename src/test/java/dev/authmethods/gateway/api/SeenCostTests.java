package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.access.UpstreamCost;
import dev.authmethods.gateway.api.execution.ExecutedRequest;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import graphql.ExecutionResult;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class SeenCostTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String COST = "/extensions/upstream";
  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName phoneMethods { phoneType } } }";
  private static final String GATHERED =
    "query ($by: [UserRef!]!) { users(by: $by) { user { displayName phoneMethods { phoneType } } } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  SeenCostTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  private Reply asked(String document, Map<String, ?> variables) {
    return asked(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
  }

  private Reply asked(String body) {
    return send(gateway, body, "Upstream-Cost", "include");
  }

  private Reply send(Gateway to, String body, String... headers) {
    return to.send(
      to
        .to("/graphql")
        .header("Authorization", "Bearer " + sandbox.token("auth-admin"))
        .header("Content-Type", "application/json")
        .headers(headers)
        .POST(BodyPublishers.ofString(body))
    );
  }

  private static void assertCost(Reply reply, int calls, List<Integer> batchSizes, int items, int waves) {
    var cost = reply.at(COST);
    assertThat(cost.propertyNames()).containsExactly("calls", "batchSizes", "items", "waves", "milliseconds");
    assertThat(cost.path("calls").intValue()).as(reply.text()).isEqualTo(calls);
    assertThat(sizes(cost)).containsExactlyInAnyOrderElementsOf(batchSizes);
    assertThat(cost.path("items").intValue()).isEqualTo(items);
    assertThat(cost.path("waves").intValue()).isEqualTo(waves);
  }

  private static List<Integer> sizes(JsonNode cost) {
    return cost.path("batchSizes").valueStream().map(JsonNode::intValue).toList();
  }

  private void hold(String path, int times) {
    sandbox.fault("{\"match\": {\"path\": \"%s\"}, \"times\": %d, \"delayMs\": 200}".formatted(path, times));
  }

  @Nested
  class Shows {

    @Test
    void howAListWasGathered() {
      hold("getByIds", 1);
      hold("$batch", 3);
      var users = IntStream.range(0, 45)
        .mapToObj(number -> Map.of("objectId", "10000000-0000-4000-8000-%012d".formatted(number)))
        .toList();
      var reply = asked(GATHERED, Map.of("by", users));
      assertCost(reply, 4, List.of(20, 20, 5), 1 + 45, 1);
      assertThat(reply.at(COST + "/milliseconds").doubleValue()).isBetween(200.0, 15_000.0);
    }

    @Test
    void thatARightMutationIsOneCall() {
      var add = PhoneMutation.add("kim@contoso.com", "MOBILE", "+1 2065550123").withoutIds();
      var reply = asked(add.document(), Map.of("input", add.input()));
      assertThat(reply.textAt("/data/payload/phoneMethod/phoneType")).isEqualTo("MOBILE");
      assertCost(reply, 1, List.of(), 1, 1);
    }

    @Test
    void thatARuleCostsNothing() {
      var add = PhoneMutation.add("kim@contoso.com", "MOBILE", "12065550123");
      var reply = asked(add.document(), Map.of("input", add.input()));
      assertThat(reply.listAt("/data/payload/errors")).hasSize(1);
      assertCost(reply, 0, List.of(), 0, 0);
      assertThat(reply.at(COST + "/milliseconds").doubleValue()).isZero();
      assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void callsThatWereSentAgain() {
      hold("getByIds", 1);
      sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"status\": 429, \"retryAfter\": 0}");
      var reply = asked(MEGAN, Map.of());
      assertThat(reply.listAt("/data/user/phoneMethods")).isNotEmpty();
      assertCost(reply, 3, List.of(1, 1), 1 + 1 + 1, 1);
    }

    @Test
    void callsThatFailed() {
      sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"status\": 400, \"delayMs\": 200}");
      var reply = asked(MEGAN, Map.of());
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_REFUSED");
      assertCost(reply, 2, List.of(1), 2, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "{ nothing }", "query a { viewer { objectId } } query b { viewer { objectId } }" })
    void thatARefusedDocumentCostsNothing(String document) {
      var reply = asked(document, Map.of());
      assertThat(reply.listAt("/errors")).isNotEmpty();
      assertThat(reply.at("/data").isMissingNode()).isTrue();
      assertCost(reply, 0, List.of(), 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "INCLUDE", "Include" })
    void itInAnyCaseOfTheHeader(String value) {
      assertCost(send(gateway, body("{ viewer { objectId } }"), "upstream-cost", value), 0, List.of(), 0, 0);
    }
  }

  @Nested
  class IsLeftOut {

    @Test
    void whenNobodyAsks() {
      assertWithoutExtensions(send(gateway, body(MEGAN), "X-Nothing", "include"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "true", "no", "", "includes", "exclude" })
    void whenTheHeaderSaysSomethingElse(String value) {
      assertWithoutExtensions(send(gateway, body(MEGAN), "Upstream-Cost", value));
    }

    @Test
    void whenItIsSwitchedOff() {
      try (var silent = Gateway.start(sandbox, "gateway.api.upstream-cost=false")) {
        assertWithoutExtensions(send(silent, body(MEGAN), "Upstream-Cost", "include"));
      }
    }

    @Test
    void ofWhatIsNoResult() {
      var malformed = asked("{");
      assertThat(malformed.status()).isEqualTo(400);
      assertThat(malformed.json().propertyNames()).containsExactly("errors");
      sandbox.fault("{\"match\": {\"path\": \"getByIds\"}, \"claims\": true}");
      var challenged = asked(MEGAN, Map.of());
      assertThat(challenged.status()).isEqualTo(401);
      assertThat(challenged.json().propertyNames()).containsExactly("errors");
    }

    private static void assertWithoutExtensions(Reply reply) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().propertyNames()).containsExactly("data");
    }
  }

  private static String body(String document) {
    return JSON.writeValueAsString(Map.of("query", document));
  }

  @Test
  void standsBesideOtherExtensions() {
    var result = ExecutionResult.newExecutionResult().data(Map.of()).extensions(Map.of("other", 1)).build();
    var cost = new UpstreamCost.Summary(2, List.of(20), 21, 1, Duration.ofNanos(41_349_000));
    assertThat(new ExecutedRequest(result, cost).withCost().getExtensions()).isEqualTo(
      Map.of(
        "other",
        1,
        "upstream",
        Map.of("calls", 2, "batchSizes", List.of(20), "items", 21, "waves", 1, "milliseconds", 41.3)
      )
    );
  }
}
