package dev.authmethods.gateway.audit;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.set;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each write has a line before it is sent and one for what became of it, and each refusal of access has one. */
@GatewayTest({
  "gateway.audit.sink=file",
  "gateway.audit.file=target/outcomes.audit",
  "gateway.audit.key=" + AuditFile.KEY,
  "gateway.audit.required=true",
})
class AuditOfOutcomesTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String NUMBER = "+1 2065550123";
  private static final String ADDITIONS = "{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},";
  private static final String READS = "{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},";

  private final AuditFile audit = AuditFile.fromNow(Path.of("target/outcomes.audit"));

  private JsonNode only(String type) {
    var events = audit.events(type);
    assertThat(events).as("%s", audit.text()).hasSize(1);
    return events.getFirst();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  @Nested
  class AWrite {

    @Test
    void hasTwoLinesWithAllThatIsKnown(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER).with("reason", "Ticket 4711"));

      assertThat(audit.types()).endsWith("attempt", "outcome");
      var attempt = only("attempt");
      var outcome = only("outcome");
      var running = sandbox.running();
      for (var line : List.of(attempt, outcome)) {
        assertThat(line.path("tenant").asString()).isEqualTo(running.tenantId());
        assertThat(line.path("actor").asString()).hasSize(36);
        assertThat(line.path("actorType").asString()).isEqualTo("user");
        assertThat(line.path("client").asString()).isNotEmpty();
        assertThat(line.path("actingAs").asString()).isEqualTo("caller");
        assertThat(line.path("mutation").asString()).isEqualTo("addPhoneMethod");
        assertThat(line.path("operation").asString()).isEqualTo("addPhoneMethod");
        assertThat(line.path("subject").asString()).isEqualTo("MOBILE");
        assertThat(line.path("reason").asString()).isEqualTo("Ticket 4711");
        assertThat(line.path("decision").asString()).isEqualTo("allowed");
        assertThat(line.path("value").asString()).matches("[0-9a-f]{64}");
        assertThat(line.path("request").asString()).isNotEmpty();
        assertThat(line.path("write")).isEqualTo(attempt.path("write"));
        assertThat(line.has("idempotencyKey")).isFalse();
      }
      assertThat(attempt.has("outcome")).isFalse();
      assertThat(attempt.path("target").asString()).isEqualTo(KIM);
      assertThat(outcome.path("outcome").asString()).isEqualTo("applied_upstream");
      assertThat(outcome.path("confirmation").asString()).isEqualTo("UPSTREAM");
      assertThat(outcome.path("replayed").asBoolean(true)).isFalse();
      assertThat(outcome.path("sendings").asInt()).isEqualTo(1);
      assertThat(texts(outcome.path("errors"))).isEmpty();
      assertThat(texts(outcome.path("requestIds"))).hasSize(1);
      assertThat(texts(outcome.path("clientRequestIds"))).containsExactly(
        sandbox.ledger().getFirst().path("clientRequestId").asString()
      );
    }

    @Test
    void hasItsFirstLineBeforeMicrosoftAnswers(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(ADDITIONS + "\"delayMs\":1500}");
      var answer = CompletableFuture.supplyAsync(() -> gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER)));

      await().until(() -> sandbox.requests("POST", "/phoneMethods") > 0 || !audit.events("attempt").isEmpty());
      assertThat(audit.events("attempt")).hasSize(1);
      assertThat(audit.events("outcome")).isEmpty();
      assertThat(answer.join().errors()).isEmpty();
      assertThat(only("outcome").path("outcome").asString()).isEqualTo("applied_upstream");
    }

    @Test
    void hasTheSameHashForTheSameNumberOnly(Gateway gateway) {
      gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER));
      gateway.as(ADMIN, update(MEGAN, "MOBILE", NUMBER));
      gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550124"));

      var hashes = audit
        .events("attempt")
        .stream()
        .map(line -> line.path("value").asString())
        .toList();
      assertThat(hashes).hasSize(3);
      assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
      assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
    }

    @Test
    void isTargetedByTheObjectIdOnceThatIsKnown(Gateway gateway) {
      gateway.as(ADMIN, PhoneMutation.resetPassword(MEGAN));

      assertThat(only("attempt").path("target").asString()).matches("[0-9a-f-]{36}");
      assertThat(only("attempt").has("value")).isFalse();
    }
  }

  @Nested
  class AnOutcome {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":504,\"apply\":true} | applied_read_back | 1 | READ_BACK",
        "\"status\":429,\"times\":9} | not_applied | 2 | ",
        "\"status\":400,\"code\":\"badRequest\",\"times\":9} | refused | 2 | ",
        "\"status\":403,\"code\":\"accessDenied\"} | refused | 1 | ",
      }
    )
    void isInTheWordsOfTheMetric(
      String fault,
      String word,
      int sendings,
      String confirmation,
      Gateway gateway,
      SandboxControl sandbox
    ) {
      sandbox.fault(ADDITIONS + fault);
      var payload = gateway.as("privileged-auth-admin", add(KIM, "MOBILE", NUMBER));

      var outcome = only("outcome");
      assertThat(outcome.path("outcome").asString()).as("%s", payload.types()).isEqualTo(word);
      assertThat(outcome.path("sendings").asInt()).isEqualTo(sendings);
      assertThat(outcome.path("confirmation").asString("")).isEqualTo(confirmation == null ? "" : confirmation);
      assertThat(texts(outcome.path("errors"))).hasSameSizeAs(payload.errors());
      assertThat(only("attempt").path("write")).isEqualTo(outcome.path("write"));
    }

    @Test
    void thatIsARefusalOfAccessByMicrosoftSaysSo(Gateway gateway) {
      gateway.as("user", add(KIM, "MOBILE", NUMBER));

      assertThat(only("outcome").path("decision").asString()).isEqualTo("denied");
      assertThat(texts(only("outcome").path("errors"))).containsExactly("PERMISSION_DENIED");
    }

    @Test
    void thatWasUnknownIsJoinedWithTheOneThatIsKnown(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(ADDITIONS + "\"status\":504,\"apply\":true}");
      sandbox.fault(READS + "\"status\":503,\"times\":9}");
      var adding = add(KIM, "MOBILE", NUMBER).keyed(UUID.randomUUID().toString());
      gateway.as("privileged-auth-admin", adding.with("reason", "First"));
      sandbox.call("DELETE", "/faults", "");
      gateway.as("privileged-auth-admin", adding.with("reason", "Again"));

      var outcomes = audit.events("outcome");
      assertThat(outcomes)
        .extracting(line -> line.path("outcome").asString())
        .containsExactly("unknown", "applied_read_back");
      assertThat(outcomes)
        .extracting(line -> line.path("reason").asString())
        .containsExactly("First", "Again");
      assertThat(only("attempt").path("write")).isEqualTo(outcomes.getFirst().path("write"));
      assertThat(outcomes.getLast().path("write")).isEqualTo(outcomes.getFirst().path("write"));
      assertThat(outcomes.getLast().path("replayed").asBoolean()).isTrue();
      assertThat(outcomes.getLast().path("idempotencyKey").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void ofASetThatFindsItsStateIsNoWrite(Gateway gateway) {
      gateway.as("privileged-auth-admin", update(MEGAN, "MOBILE", NUMBER));
      gateway.as("privileged-auth-admin", set(MEGAN, "MOBILE", NUMBER));

      assertThat(audit.events()).hasSize(2);
    }

    @Test
    void isWrittenWhenTheCallerHasToSignInAgain(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(ADDITIONS + "\"claims\":true}");
      gateway.as(ADMIN, add(KIM, "MOBILE", NUMBER));

      assertThat(only("outcome").path("outcome").asString()).isEqualTo("not_applied");
      assertThat(texts(only("outcome").path("errors"))).containsExactly("INSUFFICIENT_CLAIMS");
    }
  }

  @Nested
  class ARepetition {

    @Test
    void isWrittenAsOneAndSendsNothing(Gateway gateway) {
      var adding = add(KIM, "MOBILE", NUMBER).keyed(UUID.randomUUID().toString());
      gateway.as(ADMIN, adding);
      gateway.as(ADMIN, adding);

      var repetition = only("replayed");
      assertThat(repetition.path("write")).isEqualTo(only("attempt").path("write"));
      assertThat(repetition.path("replayed").asBoolean()).isTrue();
      assertThat(audit.events("outcome")).hasSize(1);
    }
  }

  @Nested
  class ARefusalOfAccess {

    @Test
    void toTheOwnAccountHasALine(Gateway gateway) {
      gateway.as(ADMIN, add("avery@contoso.com", "MOBILE", NUMBER).with("reason", "Mine"));

      var denied = only("denied");
      assertThat(denied.path("decision").asString()).isEqualTo("denied");
      assertThat(texts(denied.path("errors"))).containsExactly("OWN_ACCOUNT_NOT_ALLOWED");
      assertThat(denied.path("reason").asString()).isEqualTo("Mine");
      assertThat(audit.events()).hasSize(1);
    }

    @Test
    void thatOnlyTriesHasALine(Gateway gateway) {
      gateway.as(ADMIN, add("avery@contoso.com", "MOBILE", NUMBER).validateOnly());

      assertThat(only("denied").path("validateOnly").asBoolean()).isTrue();
    }

    @Test
    void ofAnInputThatIsWrongIsNone(Gateway gateway) {
      gateway.as(ADMIN, add("avery@contoso.com", "MOBILE", "nonsense"));

      assertThat(audit.events()).isEmpty();
    }
  }

  @Nested
  class AMutationOfMany {

    @Test
    void hasTheLinesOfEachItem(Gateway gateway) {
      var items = List.of(item(KIM), item(MEGAN), item("avery@contoso.com"));
      var document = """
      mutation ($input: AddPhoneMethodsInput!) { addPhoneMethods(input: $input) { results { errors { __typename } } } }
      """;
      gateway.as("auth-admin", document, Map.of("input", Map.of("items", items, "reason", "Ticket 4712")));

      assertThat(audit.events()).allSatisfy(line -> {
        assertThat(line.path("mutation").asString()).isEqualTo("addPhoneMethods");
        assertThat(line.path("operation").asString()).isEqualTo("addPhoneMethod");
        assertThat(line.path("reason").asString()).isEqualTo("Ticket 4712");
      });
      assertThat(only("denied").path("item").asInt()).isEqualTo(2);
      assertThat(audit.events("attempt"))
        .extracting(line -> line.path("item").asInt())
        .contains(0);
      assertThat(audit.events("outcome")).hasSameSizeAs(audit.events("attempt"));
    }

    private Map<String, Object> item(String user) {
      return Map.of("user", PhoneMutation.ref(user), "phoneNumber", NUMBER, "phoneType", "MOBILE");
    }
  }

  @Nested
  class AReset {

    @Test
    void hasTheLinesOfEachStep(Gateway gateway) {
      gateway.as("privileged-auth-admin", PhoneMutation.resetMfa("delia@contoso.com").with("reason", "Lost phone"));

      assertThat(audit.events()).allSatisfy(line -> {
        assertThat(line.path("mutation").asString()).isEqualTo("resetMfa");
        assertThat(line.path("reason").asString()).isEqualTo("Lost phone");
        assertThat(line.path("target").asString()).matches("[0-9a-f-]{36}");
      });
      assertThat(audit.events("attempt"))
        .hasSizeGreaterThan(3)
        .extracting(line -> line.path("operation").asString())
        .contains("deleteAuthenticationMethod", "revokeSignInSessions");
      assertThat(audit.events("outcome")).hasSameSizeAs(audit.events("attempt"));
      assertThat(
        Set.copyOf(
          audit
            .events("attempt")
            .stream()
            .map(line -> line.path("subject").asString())
            .toList()
        )
      ).hasSameSizeAs(audit.events("attempt"));
    }

    @Test
    void thatIsRefusedHasOneLine(Gateway gateway) {
      gateway.as("user", PhoneMutation.resetMfa("delia@contoso.com"));

      assertThat(only("denied").path("operation").asString()).isEqualTo("resetMfa");
      assertThat(audit.events()).hasSize(1);
    }
  }

  @Test
  void allOfItIsInOrder(Gateway gateway) {
    gateway.as(ADMIN, delete(MEGAN, "MOBILE"));

    assertThat(AuditFile.verify(AuditFile.KEY, "target/outcomes.audit"))
      .startsWith("0\n")
      .contains("All lines are in order");
  }

  @Test
  void theReasonGoesToNobody(Gateway gateway, SandboxControl sandbox) {
    var adding = add(KIM, "MOBILE", NUMBER).with("reason", "only-for-the-trail");
    var answer = gateway.as(ADMIN, adding);

    assertThat(audit.text()).contains("only-for-the-trail");
    assertThat(answer.reply().text()).doesNotContain("only-for-the-trail");
    assertThat(sandbox.requests().toString()).isNotEmpty().doesNotContain("only-for-the-trail");
  }
}
