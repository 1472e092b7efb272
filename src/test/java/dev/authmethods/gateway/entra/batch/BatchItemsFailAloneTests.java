package dev.authmethods.gateway.entra.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What fails in a batch is asked again alone, together with what else failed; what was answered is not. */
@GatewayTest({ "gateway.api.request-timeout=3s", "gateway.entra.call-timeout=2s" })
class BatchItemsFailAloneTests {

  private static final String USERS = """
  query ($by: [UserRef!]!) {
    users(by: $by) {
      user { userPrincipalName }
      errors { __typename ... on UpstreamThrottledError { retryAfterSeconds } }
    }
  }
  """;

  private final Gateway gateway;
  private final SandboxControl sandbox;

  BatchItemsFailAloneTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    // The token is there already: what follows is about Microsoft Graph alone.
    users(1);
    sandbox.call("DELETE", "/requests", "");
  }

  private Reply users(int count) {
    var names = IntStream.rangeClosed(1, count).mapToObj(BatchItemsFailAloneTests::name);
    return gateway.as("auth-admin", USERS, Map.of("by", names.map(PhoneMutation::ref).toList()));
  }

  private static String name(int number) {
    return "user%04d@contoso.com".formatted(number);
  }

  /** Befalls one item of a batch. */
  private void fault(int user, int times, String json) {
    sandbox.fault("{\"match\": {\"path\": \"/users/user%04d\"}, \"times\": %d, %s}".formatted(user, times, json));
  }

  /** Befalls a batch as a whole. */
  private void envelopeFault(int times, String json) {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": %d, %s}".formatted(times, json));
  }

  private List<Integer> batches() {
    return sandbox
      .requests()
      .stream()
      .map(batch -> batch.path("items").size())
      .toList();
  }

  private static void assertAllRead(Reply reply, int count) {
    assertThat(reply.listAt("/data/users"))
      .extracting(lookup -> lookup.at("/user/userPrincipalName").asString(""))
      .isEqualTo(IntStream.rangeClosed(1, count).mapToObj(BatchItemsFailAloneTests::name).toList());
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "\"status\": 429, \"retryAfter\": 0.05",
      "\"status\": 429",
      "\"status\": 500",
      "\"status\": 503",
      "\"status\": 503, \"retryAfter\": 0",
      "\"status\": 504",
      "\"status\": 401",
      "\"drop\": true",
      "\"body\": \"<html></html>\"",
    }
  )
  void isAskedAgainAlone(String fault) {
    fault(2, 1, fault);
    assertAllRead(users(3), 3);
    assertThat(batches()).containsExactly(3, 1);
  }

  @Test
  void isAskedAgainTogetherAcrossBatches() {
    fault(1, 1, "\"status\": 429, \"retryAfter\": 0.1");
    fault(21, 1, "\"status\": 503");
    fault(41, 1, "\"status\": 500");
    assertAllRead(users(41), 41);
    assertThat(batches()).containsExactlyInAnyOrder(20, 20, 1, 3).endsWith(3);
  }

  @Test
  void isAskedAgainAfterAsLongAsMicrosoftAsksForIt() {
    fault(2, 1, "\"status\": 429, \"retryAfter\": 0.75");
    assertAllRead(users(3), 3);
    var asked = sandbox.requests().stream().map(BatchItemsFailAloneTests::moment).toList();
    assertThat(Duration.between(asked.get(0), asked.get(1))).isBetween(
      Duration.ofMillis(745),
      Duration.ofMillis(1_900)
    );
  }

  private static Instant moment(JsonNode request) {
    return Instant.parse(request.path("at").asString(""));
  }

  @Test
  void isAskedAgainAsOftenAsTheSettingSays() {
    fault(2, 9, "\"status\": 503, \"retryAfter\": 0.01");
    var reply = users(3);
    assertThat(batches()).containsExactly(3, 1, 1);
    assertThat(reply.typesAt("/data/users/1/errors")).containsExactly("UpstreamUnavailableError");
    assertThat(reply.typesAt("/data/users/0/errors")).isEmpty();
  }

  @Test
  void isNotAskedAgainWhenTheWaitWouldPassTheDeadline() {
    fault(1, 9, "\"status\": 429, \"retryAfter\": 30.5");
    fault(3, 1, "\"status\": 503, \"retryAfter\": 0.01");
    var reply = users(3);
    assertThat(reply.at("/data/users/0/errors/0/retryAfterSeconds").asDouble(0)).isEqualTo(30.5);
    assertThat(reply.textAt("/data/users/2/user/userPrincipalName")).isEqualTo(name(3));
    assertThat(batches()).containsExactly(3, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = { 400, 403, 404 })
  void isNotAskedAgainWhenItIsRefused(int status) {
    fault(2, 9, "\"status\": " + status);
    var reply = users(3);
    assertThat(reply.listAt("/data/users/1/errors")).hasSize(1);
    assertThat(batches()).containsExactly(3);
  }

  @Nested
  class AnEnvelope {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "\"status\": 429, \"retryAfter\": 0.05",
        "\"status\": 503",
        "\"drop\": true",
        "\"truncate\": true",
        "\"body\": \"{}\"",
      }
    )
    void isRepeatedAsAWhole(String fault) {
      envelopeFault(1, fault);
      assertAllRead(users(3), 3);
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(2);
    }

    @Test
    void mayLeaveAnAnswerOut() {
      envelopeFault(1, "\"body\": \"{\\\"responses\\\": []}\"");
      assertAllRead(users(2), 2);
      assertThat(batches()).containsExactly(2, 2);
    }

    @Test
    void mayLeaveAnAnswerOutEveryTime() {
      envelopeFault(9, "\"body\": \"{\\\"responses\\\": []}\"");
      assertThat(users(1).typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(3);
    }

    @Test
    void thatIsRefusedIsNotRepeated() {
      envelopeFault(9, "\"status\": 403");
      assertThat(users(2).typesAt("/data/users/1/errors")).containsExactly("PermissionDeniedError");
      assertThat(sandbox.requests("POST", "batch")).isEqualTo(1);
    }
  }
}
