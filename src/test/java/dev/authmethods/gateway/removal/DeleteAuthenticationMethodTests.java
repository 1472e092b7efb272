package dev.authmethods.gateway.removal;

import static dev.authmethods.gateway.removal.RemovalMutation.delete;
import static dev.authmethods.gateway.removal.RemovalMutation.deleteById;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mutation deletes methods of every kind, and nothing that cannot be deleted. */
@GatewayTest
class DeleteAuthenticationMethodTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String DELIA = "delia@contoso.com";
  private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
  private static final String METHODS =
    "query ($name: String!) { user(by: { userPrincipalName: $name }) { authenticationMethods { id kind methodId } } }";

  private static List<String> kinds(Gateway gateway) {
    return gateway
      .as(ADMIN, METHODS, Map.of("name", DELIA))
      .listAt("/data/user/authenticationMethods")
      .stream()
      .map(method -> method.path("kind").asString())
      .toList();
  }

  private static String property(Gateway gateway, String user, String kind, String property) {
    return gateway
      .as(ADMIN, METHODS, Map.of("name", user))
      .listAt("/data/user/authenticationMethods")
      .stream()
      .filter(method -> method.path("kind").asString().equals(kind))
      .findFirst()
      .orElseThrow()
      .path(property)
      .asString();
  }

  private static List<String> deletions(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .filter(call -> call.startsWith("DELETE"))
      .toList();
  }

  @Nested
  class OfAKindThatCanBeDeleted {

    @ParameterizedTest
    @ValueSource(
      strings = {
        "EMAIL",
        "PASSKEY",
        "MICROSOFT_AUTHENTICATOR",
        "PLATFORM_CREDENTIAL",
        "SOFTWARE_OATH",
        "TEMPORARY_ACCESS_PASS",
        "WINDOWS_HELLO_FOR_BUSINESS",
        "EXTERNAL_MFA",
      }
    )
    void areGoneAfterwards(String kind, Gateway gateway) {
      var id = property(gateway, DELIA, kind, "id");
      var before = kinds(gateway).stream().filter(kind::equals).count();
      var payload = deleteById(id).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("deletedMethodId")).isEqualTo(id);
      assertThat(payload.text("kind")).isEqualTo(kind);
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(kinds(gateway).stream().filter(kind::equals).count()).isEqualTo(before - 1);
    }

    @Test
    void areFoundByTheIdsOfMicrosoftGraph(Gateway gateway, SandboxControl sandbox) {
      var passkey = property(gateway, DELIA, "PASSKEY", "methodId");
      var payload = delete(DELIA, "PASSKEY", passkey).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(deletions(sandbox))
        .singleElement()
        .asString()
        .contains("/fido2Methods/" + passkey);
    }

    @Test
    void areLookedForInTheCollectionOfTheirKind(Gateway gateway, SandboxControl sandbox) {
      var id = property(gateway, DELIA, "EXTERNAL_MFA", "id");
      sandbox.call("DELETE", "/requests", "");
      deleteById(id).sendAs(ADMIN, gateway);
      assertThat(sandbox.asked()).noneMatch(call -> call.endsWith("/authentication/methods"));
    }

    @Test
    void areReadBackAfterAFault(Gateway gateway, SandboxControl sandbox) {
      var id = property(gateway, DELIA, "PASSKEY", "id");
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 504, \"apply\": true}");
      var payload = deleteById(id).sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("READ_BACK");
      assertThat(deletions(sandbox)).hasSize(1);
    }

    @Test
    void areDeletedOnceUnderOneKey(Gateway gateway, SandboxControl sandbox) {
      var mutation = deleteById(property(gateway, DELIA, "PASSKEY", "id")).with("idempotencyKey", "once");
      var first = mutation.sendAs(ADMIN, gateway);
      var second = mutation.sendAs(ADMIN, gateway);
      assertThat(second.types()).isEmpty();
      assertThat(second.reply().at("/data/payload/replayed").booleanValue()).isTrue();
      assertThat(second.text("deletedMethodId")).isEqualTo(first.text("deletedMethodId"));
      assertThat(deletions(sandbox)).hasSize(1);
    }

    @Test
    void stayWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
      var payload = deleteById(property(gateway, DELIA, "PASSKEY", "id"))
        .with("validateOnly", true)
        .sendAs(ADMIN, gateway);
      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("deletedMethodId")).isEmpty();
      assertThat(payload.text("kind")).isEqualTo("PASSKEY");
      assertThat(deletions(sandbox)).isEmpty();
    }

    @Test
    void areNotDeletedByCallersWithoutARole(Gateway gateway, SandboxControl sandbox) {
      var payload = deleteById(property(gateway, DELIA, "PASSKEY", "id")).sendAs("global-reader", gateway);
      assertThat(payload.types()).containsExactly("PermissionDeniedError");
      assertThat(payload.error().path("acceptedRoles").toString()).contains("Authentication Administrator");
      assertThat(kinds(gateway)).contains("PASSKEY");
    }
  }

  @Nested
  class ThatAreNotToBeDeleted {

    @ParameterizedTest
    @CsvSource({ "PASSWORD,PASSWORD", "QR_CODE_PIN,NOT_OFFERED_UPSTREAM" })
    void areRefusedForTheirKind(String kind, String reason, Gateway gateway, SandboxControl sandbox) {
      var id = property(gateway, DELIA, kind, "id");
      sandbox.call("DELETE", "/requests", "");
      var payload = deleteById(id).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("MethodNotDeletableError");
      assertThat(payload.error("kind")).isEqualTo(kind);
      assertThat(payload.error("notDeletableReason")).isEqualTo(reason);
      assertThat(payload.error().path("path").toString()).isEqualTo("[\"input\",\"method\"]");
      assertThat(sandbox.asked()).isEmpty();
    }

    @Test
    void areRefusedWhenNobodyKnowsTheirKind(Gateway gateway, SandboxControl sandbox) {
      sandbox.call(
        "POST",
        "/users/delia@contoso.com/methods",
        "{ \"@odata.type\": \"#microsoft.graph.palmPrintAuthenticationMethod\", \"id\": \"palm-1\" }"
      );
      var payload = deleteById(property(gateway, DELIA, "UNKNOWN", "id")).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("MethodNotDeletableError");
      assertThat(payload.error("notDeletableReason")).isEqualTo("UNKNOWN_KIND");
      assertThat(deletions(sandbox)).isEmpty();
    }

    @Test
    void areRefusedWhileAnotherPhoneNeedsThem(Gateway gateway, SandboxControl sandbox) {
      var payload = delete("alex@contoso.com", "PHONE", MOBILE).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("MobilePhoneStillNeededError");
      assertThat(payload.error().path("dependent").path("phoneType").asString()).isEqualTo("ALTERNATE_MOBILE");
      assertThat(deletions(sandbox)).isEmpty();
    }

    @Test
    void areRefusedWhenTheyAreTheDefault(Gateway gateway) {
      var payload = delete("isaiah@contoso.com", "PHONE", MOBILE).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("DefaultMethodError");
      assertThat(payload.error().path("path").toString()).isEqualTo("[\"input\",\"method\"]");
    }

    @Test
    void areNotFoundWhenTheUserDoesNotHaveThem(Gateway gateway) {
      var payload = delete(DELIA, "PASSKEY", "none-of-these").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("AuthenticationMethodNotFoundError");
      assertThat(payload.text("kind")).isEmpty();
    }

    @Test
    void areNotFoundForAUserWhoIsNotThere(Gateway gateway) {
      var payload = delete("nobody@contoso.com", "PASSKEY", "none-of-these").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("UserNotFoundError");
      assertThat(payload.error().path("path").toString()).isEqualTo("[\"input\",\"method\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "VXNlci8vMTAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDI0" })
    void areRefusedWhenTheIdIsNoneOfAMethod(String id, Gateway gateway, SandboxControl sandbox) {
      var payload = deleteById(id).sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("InvalidInputError");
      assertThat(payload.error().path("path").toString()).isEqualTo("[\"input\",\"method\",\"id\"]");
      assertThat(sandbox.asked()).isEmpty();
    }
  }

  @Nested
  class OfTheCaller {

    private static final Map<String, Object> DELIA_HERSELF = Map.of(
      "oid",
      "10000000-0000-4000-8000-000000000024",
      "preferred_username",
      DELIA,
      "upn",
      DELIA
    );

    private static Map<String, Object> deliaWith(Map<String, Object> claims) {
      var all = new HashMap<>(DELIA_HERSELF);
      all.putAll(claims);
      return all;
    }

    @ParameterizedTest
    @ValueSource(ints = { 403, 400 })
    void needAFreshSecondFactor(int status, Gateway gateway, SandboxControl sandbox) {
      sandbox.call("POST", "/settings", "{\"stepUpStatus\":%d}".formatted(status));
      var id = property(gateway, DELIA, "PASSKEY", "id");
      var token = sandbox.token("user", DELIA_HERSELF);
      var payload = deleteById(id).sendWith(token, gateway);
      assertThat(payload.types()).containsExactly("StepUpRequiredError");
      assertThat(payload.error("category")).isEqualTo("FORBIDDEN");
    }

    @Test
    void areGoneAfterAFreshSecondFactor(Gateway gateway, SandboxControl sandbox) {
      var id = property(gateway, DELIA, "PASSKEY", "id");
      var claims = deliaWith(Map.of("amr", List.of("pwd", "mfa"), "auth_time", Instant.now().getEpochSecond()));
      assertThat(deleteById(id).sendWith(sandbox.token("user", claims), gateway).types()).isEmpty();
    }
  }

  @Nested
  @GatewayTest("gateway.entra.cloud=china-21vianet")
  class InChina {

    @Test
    void areOfferedForTheKindsThatAreThere(Gateway gateway) {
      assertThat(
        deleteById(property(gateway, DELIA, "MICROSOFT_AUTHENTICATOR", "id"))
          .sendAs(ADMIN, gateway)
          .types()
      ).isEmpty();
    }

    @Test
    void areNotOfferedForOthers(Gateway gateway, SandboxControl sandbox) {
      var payload = delete(DELIA, "PASSKEY", "anything").sendAs(ADMIN, gateway);
      assertThat(payload.types()).containsExactly("CloudNotSupportedError");
      assertThat(payload.error().path("supportedClouds").toString()).contains("GLOBAL").doesNotContain("CHINA");
      assertThat(sandbox.asked()).isEmpty();
    }
  }
}
