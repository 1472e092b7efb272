package dev.authmethods.gateway.removal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One call takes every method away that can go, and tells what is left. */
@GatewayTest
class ResetMfaTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ALEX = "alex@contoso.com";
  private static final String DELIA = "delia@contoso.com";
  private static final String ISAIAH = "isaiah@contoso.com";
  private static final String MUTATION = """
  mutation ($input: ResetMfaInput!) {
    resetMfa(input: $input) {
      steps {
        methodId kind displayName outcome confirmation
        errors { __typename ... on ExpectedError { message path } ... on MethodNotDeletableError { notDeletableReason } }
      }
      deletedMethodIds isComplete sessionsValidFrom
      sessionErrors { __typename ... on ExpectedError { message } }
      remaining { id kind }
      errors { __typename ... on ExpectedError { message code path } }
      replayed clientMutationId
      user { userPrincipalName }
    }
  }
  """;

  private static Reply reset(Gateway gateway, String user, Map<String, Object> others) {
    return resetAs(ADMIN, gateway, user, others);
  }

  private static Reply resetAs(String persona, Gateway gateway, String user, Map<String, Object> others) {
    var input = new HashMap<String, Object>(others);
    input.put("user", PhoneMutation.ref(user));
    return gateway.as(persona, MUTATION, Map.of("input", input));
  }

  private static Map<String, List<String>> outcomes(Reply reply) {
    var byOutcome = new HashMap<String, List<String>>();
    for (var step : reply.listAt("/data/resetMfa/steps")) {
      byOutcome
        .computeIfAbsent(step.path("outcome").asString(), _ -> new ArrayList<>())
        .add(step.path("kind").asString());
    }
    return byOutcome;
  }

  private static List<String> kindsOf(Reply reply, String outcome) {
    return outcomes(reply).getOrDefault(outcome, List.of());
  }

  private static List<String> remaining(Reply reply) {
    return reply
      .listAt("/data/resetMfa/remaining")
      .stream()
      .map(method -> method.path("kind").asString())
      .toList();
  }

  private static boolean flag(Reply reply, String field) {
    return reply.at("/data/resetMfa/" + field).booleanValue();
  }

  private static JsonNode step(Reply reply, String kind) {
    return reply
      .listAt("/data/resetMfa/steps")
      .stream()
      .filter(step -> step.path("kind").asString().equals(kind))
      .findFirst()
      .orElseThrow();
  }

  private static List<String> deletions(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .filter(call -> call.startsWith("DELETE"))
      .toList();
  }

  private static long reads(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .filter(call -> call.startsWith("GET"))
      .count();
  }

  @Nested
  class OfAUserWithEveryKind {

    @Test
    void takesAllAwayThatCanGo(Gateway gateway) {
      var reply = reset(gateway, DELIA, Map.of());
      assertThat(reply.typesAt("/data/resetMfa/errors")).isEmpty();
      assertThat(kindsOf(reply, "KEPT")).containsExactly("PASSWORD");
      assertThat(kindsOf(reply, "FAILED")).containsExactly("QR_CODE_PIN");
      assertThat(kindsOf(reply, "DELETED")).contains(
        "PHONE",
        "EMAIL",
        "PASSKEY",
        "MICROSOFT_AUTHENTICATOR",
        "PLATFORM_CREDENTIAL",
        "SOFTWARE_OATH",
        "TEMPORARY_ACCESS_PASS",
        "WINDOWS_HELLO_FOR_BUSINESS",
        "EXTERNAL_MFA"
      );
      assertThat(remaining(reply)).containsExactlyInAnyOrder("PASSWORD", "QR_CODE_PIN");
      assertThat(flag(reply, "isComplete")).isFalse();
      assertThat(reply.textAt("/data/resetMfa/sessionsValidFrom")).isNotEmpty();
      assertThat(reply.listAt("/data/resetMfa/deletedMethodIds")).hasSameSizeAs(kindsOf(reply, "DELETED"));
    }

    @Test
    void endsTheSessionsOnlyWhenAsked(Gateway gateway, SandboxControl sandbox) {
      var reply = reset(gateway, DELIA, Map.of("revokeSessions", false));
      assertThat(reply.at("/data/resetMfa/sessionsValidFrom").isNull()).isTrue();
      assertThat(sandbox.asked()).noneMatch(call -> call.endsWith("/revokeSignInSessions"));
    }

    @ParameterizedTest
    @CsvSource({
      "SECOND_FACTORS,EMAIL PASSWORD QR_CODE_PIN",
      "PORTAL,EMAIL EXTERNAL_MFA PASSKEY PASSWORD PLATFORM_CREDENTIAL QR_CODE_PIN TEMPORARY_ACCESS_PASS WINDOWS_HELLO_FOR_BUSINESS",
    })
    void keepsWhatTheScopeLeavesOut(String scope, String kept, Gateway gateway) {
      var reply = reset(gateway, DELIA, Map.of("scope", scope));
      assertThat(kindsOf(reply, "KEPT").stream().distinct().sorted()).containsExactly(kept.split(" "));
      assertThat(outcomes(reply)).doesNotContainKey("FAILED");
      assertThat(flag(reply, "isComplete")).isTrue();
    }

    @Test
    void keepsTheMethodsThatAreNamed(Gateway gateway) {
      var plan = reset(gateway, DELIA, Map.of("validateOnly", true));
      var passkey = step(plan, "PASSKEY").path("methodId").asString();
      var reply = reset(gateway, DELIA, Map.of("keep", List.of(passkey)));
      assertThat(kindsOf(reply, "KEPT")).contains("PASSKEY");
      assertThat(remaining(reply)).contains("PASSKEY");
    }

    @Test
    void tellsThePlanAndWritesNothing(Gateway gateway, SandboxControl sandbox) {
      var reply = reset(gateway, DELIA, Map.of("validateOnly", true));
      assertThat(outcomes(reply).keySet()).containsExactlyInAnyOrder("PLANNED", "KEPT", "FAILED");
      assertThat(flag(reply, "isComplete")).isFalse();
      assertThat(deletions(sandbox)).isEmpty();
      assertThat(step(reply, "PHONE").path("displayName").asString()).isIn("MOBILE", "ALTERNATE_MOBILE", "OFFICE");
      assertThat(step(reply, "PASSKEY").path("displayName").asString()).isNotBlank();
    }
  }

  @Nested
  class OfAKindThatNobodyKnows {

    @Test
    void leavesItAndNamesItAmongWhatRemains(Gateway gateway, SandboxControl sandbox) {
      sandbox.call(
        "POST",
        "/users/isaiah@contoso.com/methods",
        "{ \"@odata.type\": \"#microsoft.graph.palmPrintAuthenticationMethod\", \"id\": \"palm-1\" }"
      );
      var reply = reset(gateway, ISAIAH, Map.of());
      assertThat(step(reply, "UNKNOWN").path("outcome").asString()).isEqualTo("FAILED");
      assertThat(step(reply, "UNKNOWN").at("/errors/0/notDeletableReason").asString()).isEqualTo("UNKNOWN_KIND");
      assertThat(remaining(reply)).contains("UNKNOWN");
      assertThat(flag(reply, "isComplete")).isFalse();
    }
  }

  @Nested
  class WithADefaultMethod {

    @Test
    void triesItAgainWhenTheOthersAreGone(Gateway gateway, SandboxControl sandbox) {
      var reply = reset(gateway, ISAIAH, Map.of());
      assertThat(outcomes(reply).keySet()).containsExactlyInAnyOrder("DELETED", "KEPT");
      assertThat(flag(reply, "isComplete")).isTrue();
      assertThat(remaining(reply)).containsExactly("PASSWORD");
      assertThat(
        deletions(sandbox)
          .stream()
          .filter(call -> call.contains("/phoneMethods/"))
      ).hasSize(2);
    }
  }

  @Nested
  class Repeated {

    @ParameterizedTest
    @ValueSource(strings = { DELIA, ISAIAH })
    void tellsTheSameAndDeletesNothing(String user, Gateway gateway, SandboxControl sandbox) {
      var first = reset(gateway, user, Map.of("idempotencyKey", "again " + user));
      var deletions = deletions(sandbox).size();
      var reads = reads(sandbox);
      var second = reset(gateway, user, Map.of("idempotencyKey", "again " + user));
      assertThat(reads(sandbox) - reads)
        .as("the methods before and after, the sessions and the user")
        .isLessThanOrEqualTo(4);
      assertThat(deletions(sandbox)).hasSize(deletions);
      assertThat(outcomes(second)).isEqualTo(outcomes(first));
      assertThat(flag(first, "replayed")).isFalse();
      assertThat(flag(second, "replayed")).isTrue();
      assertThat(second.textAt("/data/resetMfa/sessionsValidFrom")).isEqualTo(
        first.textAt("/data/resetMfa/sessionsValidFrom")
      );
    }

    @Test
    void leavesWhatTheUserHasRegisteredSince(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"DELETE\", \"path\": \"/fido2Methods\"}, \"times\": 9, \"status\": 503}"
      );
      var first = reset(gateway, DELIA, Map.of("idempotencyKey", "since"));
      assertThat(kindsOf(first, "UNKNOWN")).contains("PASSKEY");
      sandbox.call("DELETE", "/faults", "");
      gateway.as(ADMIN, PhoneMutation.add(DELIA, "MOBILE", "+1 2065550199"));
      var second = reset(gateway, DELIA, Map.of("idempotencyKey", "since"));
      assertThat(kindsOf(second, "DELETED")).contains("PASSKEY", "PHONE");
      assertThat(remaining(second)).contains("PHONE").doesNotContain("PASSKEY");
      assertThat(sandbox.phones(DELIA)).hasSize(1);
    }

    @Test
    void goesOnWithAMethodThatAnotherWasInTheWayOf(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"times\": 9, \"status\": 503}");
      var first = reset(gateway, ALEX, Map.of("idempotencyKey", "way"));
      assertThat(outcomes(first).get("UNKNOWN")).containsExactly("PHONE");
      assertThat(outcomes(first).get("FAILED")).containsExactly("PHONE");
      sandbox.call("DELETE", "/faults", "");
      var second = reset(gateway, ALEX, Map.of("idempotencyKey", "way"));
      assertThat(outcomes(second).get("DELETED")).containsExactly("PHONE", "PHONE");
      assertThat(flag(second, "isComplete")).isTrue();
    }

    /** The same passkey: Microsoft Graph does not always tell when it was registered. */
    @Test
    void knowsAMethodWhoseRegistrationHasNoTimeNow(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"DELETE\", \"path\": \"/fido2Methods\"}, \"times\": 9, \"status\": 503}"
      );
      var first = reset(gateway, DELIA, Map.of("idempotencyKey", "no time"));
      assertThat(kindsOf(first, "UNKNOWN")).contains("PASSKEY");
      sandbox.call("DELETE", "/faults", "");
      for (var passkey : sandbox.methods(DELIA, "fido2Methods")) {
        var id = passkey.path("id").asString();
        sandbox.call(
          "POST",
          "/users/" + DELIA + "/methods",
          "{\"@odata.type\": \"#microsoft.graph.fido2AuthenticationMethod\", \"id\": \"" + id + "\"}"
        );
      }
      var second = reset(gateway, DELIA, Map.of("idempotencyKey", "no time"));
      assertThat(kindsOf(second, "DELETED")).contains("PASSKEY");
      assertThat(remaining(second)).doesNotContain("PASSKEY");
    }

    @Test
    void triesAgainWhatWasRefused(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\", \"path\": \"/emailMethods\"}, \"status\": 409}");
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"revokeSignIn\"}, \"status\": 409}");
      var first = reset(gateway, ISAIAH, Map.of("idempotencyKey", "refused"));
      assertThat(kindsOf(first, "FAILED")).contains("EMAIL");
      assertThat(first.typesAt("/data/resetMfa/sessionErrors")).containsExactly("UpstreamRefusedError");
      var second = reset(gateway, ISAIAH, Map.of("idempotencyKey", "refused"));
      assertThat(kindsOf(second, "DELETED")).contains("EMAIL");
      assertThat(second.typesAt("/data/resetMfa/sessionErrors")).isEmpty();
      assertThat(flag(second, "isComplete")).isTrue();
    }

    @Test
    void atTheSameTimeIsRefusedUntilTheFirstHasEnded(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"delayMs\": 1000}");
      var both = Stream.of("first", "second")
        .map(_ -> CompletableFuture.supplyAsync(() -> reset(gateway, ISAIAH, Map.of("idempotencyKey", "both"))))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
      assertThat(both.stream().flatMap(reply -> reply.typesAt("/data/resetMfa/errors").stream())).containsExactly(
        "IdempotencyKeyInFlightError"
      );
      assertThat(both.stream().map(reply -> flag(reply, "isComplete"))).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void withOtherArgumentsIsAnotherMutation(Gateway gateway) {
      reset(gateway, DELIA, Map.of("idempotencyKey", "other", "scope", "PORTAL"));
      var second = reset(gateway, DELIA, Map.of("idempotencyKey", "other"));
      assertThat(second.typesAt("/data/resetMfa/errors")).containsExactly("IdempotencyKeyReusedError");
    }
  }

  @Nested
  class UnderFaults {

    @Test
    void tellsWhichStepIsNotKnown(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"DELETE\", \"path\": \"/emailMethods\"}, \"status\": 504, \"apply\": true}"
      );
      sandbox.fault(
        "{\"match\": {\"method\": \"DELETE\", \"path\": \"/softwareOath\"}, \"times\": 9, \"status\": 422}"
      );
      var reply = reset(gateway, DELIA, Map.of());
      assertThat(step(reply, "EMAIL").path("outcome").asString()).isEqualTo("DELETED");
      assertThat(step(reply, "EMAIL").path("confirmation").asString()).isEqualTo("READ_BACK");
      assertThat(step(reply, "SOFTWARE_OATH").path("outcome").asString()).isEqualTo("FAILED");
      assertThat(step(reply, "PASSKEY").path("outcome").asString()).isEqualTo("DELETED");
      assertThat(flag(reply, "isComplete")).isFalse();
    }

    @Test
    void tellsThatSomebodyElseWasFaster(Gateway gateway, SandboxControl sandbox) {
      var passkey = sandbox.methods(DELIA, "fido2Methods").getFirst().path("id").asString();
      sandbox.fault(
        """
        {"match": {"method": "DELETE", "path": "/phoneMethods"},
         "meanwhile": {"when": "before", "method": "DELETE",
           "path": "/users/10000000-0000-4000-8000-000000000024/authentication/fido2Methods/%s"}}
        """.formatted(passkey)
      );
      var reply = reset(gateway, DELIA, Map.of());
      assertThat(step(reply, "PASSKEY").path("outcome").asString()).isEqualTo("WAS_GONE");
      assertThat(step(reply, "PASSKEY").path("errors")).isEmpty();
    }

    /** The user may change a method while the reset runs: it is none that was registered after the reset. */
    @Test
    void takesAwayTheMethodAsItIsNow(Gateway gateway, SandboxControl sandbox) {
      var address =
        "/users/10000000-0000-4000-8000-000000000024/authentication/emailMethods/3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
      sandbox.fault(
        """
        {"match": {"method": "DELETE", "path": "/phoneMethods"}, "status": 422,
         "meanwhile": {"when": "after", "method": "PATCH", "path": "%s", "body": {"emailAddress": "third@example.com"}}}
        """.formatted(address)
      );
      var reply = reset(gateway, DELIA, Map.of());
      assertThat(step(reply, "EMAIL").path("outcome").asString()).isEqualTo("DELETED");
      assertThat(sandbox.methods(DELIA, "emailMethods")).isEmpty();
    }

    @Test
    void tellsThatTheSessionsWereNotEnded(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"revokeSignIn\"}, \"times\": 9, \"status\": 403}");
      var reply = reset(gateway, ISAIAH, Map.of());
      assertThat(reply.typesAt("/data/resetMfa/sessionErrors")).containsExactly("PermissionDeniedError");
      assertThat(flag(reply, "isComplete")).isFalse();
      assertThat(outcomes(reply)).doesNotContainKey("FAILED");
    }
  }

  @Nested
  class WhenTheCallerHasToSignInAgain {

    @Test
    void tellsWhatItHasDone(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"revokeSignIn\"}, \"claims\": true}");
      var reply = reset(gateway, ISAIAH, Map.of());
      assertThat(kindsOf(reply, "DELETED")).contains("PHONE", "EMAIL");
      assertThat(reply.typesAt("/data/resetMfa/sessionErrors")).containsExactly("UpstreamRefusedError");
      assertThat(flag(reply, "isComplete")).isFalse();
    }

    @Test
    void asksForThatWhenNothingIsDone(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"claims\": true}");
      var reply = reset(gateway, ISAIAH, Map.of());
      assertThat(reply.status()).isEqualTo(401);
      assertThat(sandbox.ledger()).isEmpty();
    }
  }

  @Nested
  class IsRefused {

    @Test
    void forTheOwnAccount(Gateway gateway, SandboxControl sandbox) {
      var reply = resetAs("auth-admin", gateway, "avery@contoso.com", Map.of());
      assertThat(reply.typesAt("/data/resetMfa/errors")).containsExactly("OwnAccountNotAllowedError");
      assertThat(deletions(sandbox)).isEmpty();
    }

    @Test
    void forCallersWithoutARole(Gateway gateway) {
      var reply = resetAs("user", gateway, DELIA, Map.of());
      assertThat(reply.typesAt("/data/resetMfa/errors")).containsExactly("PermissionDeniedError");
    }

    @Test
    void forAUserWhoIsNotThere(Gateway gateway) {
      var reply = reset(gateway, "nobody@contoso.com", Map.of());
      assertThat(reply.typesAt("/data/resetMfa/errors")).containsExactly("UserNotFoundError");
    }

    @Test
    void forAnIdThatKeepsNothing(Gateway gateway, SandboxControl sandbox) {
      var reply = reset(gateway, DELIA, Map.of("keep", List.of("nonsense")));
      assertThat(reply.typesAt("/data/resetMfa/errors")).containsExactly("InvalidInputError");
      assertThat(reply.at("/data/resetMfa/errors/0/path").toString()).isEqualTo("[\"input\",\"keep\",\"0\"]");
      assertThat(sandbox.asked()).isEmpty();
    }
  }

  @Nested
  class IsRefusedForTheIdOfSomebodyElsesMethod {

    @ParameterizedTest
    @ValueSource(strings = { DELIA, "10000000-0000-4000-8000-000000000024" })
    void howeverTheUserIsNamed(String user, Gateway gateway, SandboxControl sandbox) {
      var other = reset(gateway, ISAIAH, Map.of("validateOnly", true)).textAt("/data/resetMfa/steps/0/methodId");
      var reply = reset(gateway, user, Map.of("keep", List.of(other)));
      assertThat(reply.typesAt("/data/resetMfa/errors")).containsExactly("InvalidInputError");
      assertThat(reply.at("/data/resetMfa/errors/0/path").toString()).isEqualTo("[\"input\",\"keep\",\"0\"]");
      assertThat(deletions(sandbox)).isEmpty();
    }
  }

  @Nested
  @GatewayTest("gateway.entra.acting-as=application")
  class AsAnApplication {

    @Test
    void takesAllAwayForCallersWhoSeeMaskedNumbers(Gateway gateway) {
      var reply = resetAs("auth-admin", gateway, DELIA, Map.of());
      assertThat(reply.typesAt("/data/resetMfa/errors")).isEmpty();
      assertThat(outcomes(reply).keySet()).containsExactlyInAnyOrder("DELETED", "KEPT", "FAILED");
      assertThat(remaining(reply)).containsExactlyInAnyOrder("PASSWORD", "QR_CODE_PIN");
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class InChina {

    @Test
    void takesAwayWhatIsThere(Gateway gateway) {
      var reply = reset(gateway, DELIA, Map.of());
      assertThat(outcomes(reply).keySet()).containsExactly("DELETED");
      assertThat(remaining(reply)).isEmpty();
    }
  }
}
