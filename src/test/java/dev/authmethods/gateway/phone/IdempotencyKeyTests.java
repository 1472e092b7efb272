package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Payload;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mutation with a key can be sent as often as one likes, and is carried out once. */
@GatewayTest
class IdempotencyKeyTests {

  private static final String ADMIN = "auth-admin";
  private static final String PRIVILEGED = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String NUMBER = "+1 2065550123";
  private static final String WRITES = "{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},";
  private static final String READS = "{\"match\":{\"method\":\"GET\",\"path\":\"/phoneMethods\"},";

  private final String key = UUID.randomUUID().toString();
  private final PhoneMutation adding = add(KIM, "MOBILE", NUMBER).keyed(key);

  @Nested
  class AMutationThatWasMade {

    @Test
    void isToldAgainAndNotDoneAgain(Gateway gateway, SandboxControl sandbox) {
      assertThat(gateway.as(PRIVILEGED, adding).text("replayed")).isEqualTo("false");
      var payload = gateway.as(PRIVILEGED, adding);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("replayed")).isEqualTo("true");
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(payload.phone("phoneType")).isEqualTo("MOBILE");
      assertThat(sandbox.writes()).hasSize(1);
    }

    @Test
    void isToldWithTheNumberMasked(Gateway gateway) {
      gateway.as(PRIVILEGED, adding);
      assertThat(gateway.as(PRIVILEGED, adding).phone("phoneNumber")).isEqualTo("+1 XXXXXXXX23");
    }

    @Test
    void isToldAlsoWhenTheStateIsAnotherByNow(Gateway gateway, SandboxControl sandbox) {
      gateway.as(PRIVILEGED, adding);
      gateway.as(PRIVILEGED, delete(KIM, "MOBILE"));
      assertThat(gateway.as(PRIVILEGED, adding).text("replayed")).isEqualTo("true");
      assertThat(sandbox.phones(KIM)).isEmpty();
    }

    @Test
    void wasARefusalAndStaysOne(Gateway gateway) {
      gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550124"));
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("PhoneTypeAlreadyRegisteredError");
      gateway.as(ADMIN, delete(KIM, "MOBILE"));
      var payload = gateway.as(ADMIN, adding);
      assertThat(payload.types()).containsExactly("PhoneTypeAlreadyRegisteredError");
      assertThat(payload.text("replayed")).isEqualTo("true");
      assertThat(payload.error().at("/existing/phoneNumber").stringValue()).isEqualTo("+1 XXXXXXXX24");
    }

    @ParameterizedTest
    @ValueSource(strings = { "updatePhoneMethod", "deletePhoneMethod", "enableSmsSignIn", "disableSmsSignIn" })
    void isToldByEveryMutation(String name, Gateway gateway, SandboxControl sandbox) {
      var mutation = of(name).keyed(key);
      assertThat(gateway.as(ADMIN, mutation).errors()).isEmpty();
      var once = sandbox.ledger().size();
      assertThat(gateway.as(ADMIN, mutation).text("replayed")).isEqualTo("true");
      assertThat(sandbox.ledger()).hasSize(once);
    }

    /** A settled change is never made again while its key lives: what others did since is theirs. */
    @ParameterizedTest
    @ValueSource(
      strings = { "updatePhoneMethod", "setPhoneMethod", "deletePhoneMethod", "enableSmsSignIn", "disableSmsSignIn" }
    )
    void isNotDoneAgainAfterAnotherHasUndoneIt(String name, Gateway gateway, SandboxControl sandbox) {
      var mutation = of(name).keyed(key);
      assertThat(gateway.as(ADMIN, mutation).errors()).isEmpty();
      assertThat(gateway.as(PRIVILEGED, undoing(name)).errors()).isEmpty();
      var user = String.valueOf(mutation.input().get("user")).replaceAll(".*=|}", "");
      var undone = sandbox.phones(user);
      var payload = gateway.as(ADMIN, mutation);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("replayed")).isEqualTo("true");
      assertThat(sandbox.phones(user)).isEqualTo(undone);
    }

    private static PhoneMutation undoing(String name) {
      return switch (name) {
        case "updatePhoneMethod", "setPhoneMethod" -> update("megan@contoso.com", "MOBILE", "+1 2065550101");
        case "deletePhoneMethod" -> add("megan@contoso.com", "MOBILE", "+1 2065550101");
        case "enableSmsSignIn" -> PhoneMutation.disableSmsSignIn("patti@contoso.com");
        default -> PhoneMutation.enableSmsSignIn("lee@contoso.com");
      };
    }

    private static PhoneMutation of(String name) {
      return switch (name) {
        case "updatePhoneMethod" -> update("megan@contoso.com", "MOBILE", NUMBER);
        case "setPhoneMethod" -> PhoneMutation.set("megan@contoso.com", "MOBILE", NUMBER);
        case "deletePhoneMethod" -> delete("megan@contoso.com", "MOBILE");
        case "enableSmsSignIn" -> PhoneMutation.enableSmsSignIn("patti@contoso.com");
        default -> PhoneMutation.disableSmsSignIn("lee@contoso.com");
      };
    }
  }

  @Nested
  class AMutationThatWasNotMade {

    @Test
    void isDoneByTheNext(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"status\":429,\"retryAfter\":60}");
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("UpstreamThrottledError");
      var payload = gateway.as(ADMIN, adding);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("replayed")).isEqualTo("false");
    }

    @Test
    void isDoneOnceItIsPermitted(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"status\":403,\"code\":\"accessDenied\"}");
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("PermissionDeniedError");
      assertThat(gateway.as(ADMIN, adding).errors()).isEmpty();
    }

    @Test
    void isDoneOnceThereIsTheUser(Gateway gateway, SandboxControl sandbox) {
      var nobody = "{\"match\":{\"path\":\"/phoneMethods\"},\"times\":2,\"status\":404,\"code\":\"resourceNotFound\"}";
      sandbox.fault(nobody);
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("UserNotFoundError");
      assertThat(gateway.as(ADMIN, adding).text("replayed")).isEqualTo("false");
    }

    @Test
    void isNotKeptWhenItWasOnlyValidated(Gateway gateway) {
      assertThat(gateway.as(ADMIN, adding.validateOnly()).errors()).isEmpty();
      assertThat(gateway.as(ADMIN, adding).text("replayed")).isEqualTo("false");
    }

    @Test
    void isNotKeptWhenTheInputWasWrong(Gateway gateway) {
      assertThat(gateway.as(ADMIN, adding.with("phoneNumber", "206")).types()).containsExactly(
        "InvalidPhoneNumberError"
      );
      assertThat(gateway.as(ADMIN, adding).errors()).isEmpty();
    }
  }

  @Nested
  class AnUnknownOutcome {

    @Test
    void isFoundOutByTheNext(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"status\":504,\"apply\":true}");
      sandbox.fault(READS + "\"times\":9,\"status\":403}");
      var unknown = gateway.as(PRIVILEGED, adding);
      assertThat(unknown.types()).containsExactly("OutcomeUnknownError");
      assertThat(unknown.error().path("retryable").booleanValue()).isTrue();
      sandbox.call("DELETE", "/faults", "");
      var payload = gateway.as(PRIVILEGED, adding);
      assertThat(payload.errors()).isEmpty();
      assertThat(payload.text("replayed")).isEqualTo("true");
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void isDoneByTheNextWhenItWasNot(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"status\":504,\"times\":2}");
      assertThat(gateway.as(PRIVILEGED, adding).types()).containsExactly("OutcomeUnknownError");
      assertThat(gateway.as(PRIVILEGED, adding).errors()).isEmpty();
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void staysOpenWhileItCannotBeSeen(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"status\":504,\"apply\":true}");
      sandbox.fault(READS + "\"times\":99,\"status\":503}");
      assertThat(gateway.as(PRIVILEGED, adding).types()).containsExactly("OutcomeUnknownError");
      assertThat(gateway.as(PRIVILEGED, adding).types()).containsExactly("OutcomeUnknownError");
    }
  }

  @Nested
  class AKey {

    @Test
    void belongsToOneInput(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, adding);
      for (var other : List.of(
        adding.with("phoneNumber", "+1 2065550124"),
        adding.with("phoneType", "OFFICE"),
        adding.with("user", Map.of("userPrincipalName", "adele@contoso.com"))
      )) {
        var payload = gateway.as(ADMIN, other);
        assertThat(payload.types()).containsExactly("IdempotencyKeyReusedError");
        assertThat(payload.error("path")).isEqualTo("input,idempotencyKey");
      }
      assertThat(sandbox.ledger()).hasSize(1);
    }

    @Test
    void belongsToOneMutation(Gateway gateway) {
      gateway.as(ADMIN, adding);
      assertThat(gateway.as(ADMIN, delete(KIM, "MOBILE").keyed(key)).errors()).isEmpty();
    }

    @Test
    void belongsToOneCaller(Gateway gateway) {
      gateway.as(ADMIN, adding);
      assertThat(gateway.as(PRIVILEGED, adding).types()).containsExactly("PhoneTypeAlreadyRegisteredError");
    }

    @Test
    void belongsToOneClient(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, adding);
      var token = sandbox.token(ADMIN, Map.of("azp", "c0000000-0000-4000-8000-000000000099"));
      var reply = gateway.execute(token, adding.document(), Map.of("input", adding.input()));
      assertThat(new Payload(reply).types()).containsExactly("PhoneTypeAlreadyRegisteredError");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 256 })
    void hasALength(int length, Gateway gateway) {
      assertThat(gateway.as(ADMIN, adding.keyed("k".repeat(length))).types()).containsExactly("InvalidInputError");
    }
  }

  @Nested
  class ATwin {

    @Test
    void isToldToComeBack(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(WRITES + "\"delayMs\":1500}");
      var first = CompletableFuture.supplyAsync(() -> gateway.as(ADMIN, adding));
      await().until(() -> !sandbox.writes().isEmpty());
      var twin = gateway.as(ADMIN, adding);
      assertThat(twin.types()).containsExactly("IdempotencyKeyInFlightError");
      assertThat(twin.error().path("retryAfterSeconds").doubleValue()).isPositive();
      assertThat(first.join().errors()).isEmpty();
      assertThat(gateway.as(ADMIN, adding).text("replayed")).isEqualTo("true");
      assertThat(sandbox.ledger()).hasSize(1);
    }
  }

  @Nested
  class AStoredSuccess {

    @Test
    void isNotShownToWhomTheRoleWasTaken(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, adding);
      sandbox.fault(READS + "\"times\":9,\"status\":403,\"code\":\"accessDenied\"}");
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("PermissionDeniedError");
    }

    @Test
    void isNotDeniedWhereTheRoleCannotBeSeen(Gateway gateway, SandboxControl sandbox) {
      gateway.as(ADMIN, adding);
      sandbox.fault(READS + "\"times\":9,\"status\":503}");
      assertThat(gateway.as(ADMIN, adding).types()).containsExactly("OutcomeUnknownError");
    }
  }
}
