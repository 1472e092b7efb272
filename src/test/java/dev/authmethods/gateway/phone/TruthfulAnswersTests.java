package dev.authmethods.gateway.phone;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static dev.authmethods.gateway.fixtures.PhoneMutation.delete;
import static dev.authmethods.gateway.fixtures.PhoneMutation.disableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.enableSmsSignIn;
import static dev.authmethods.gateway.fixtures.PhoneMutation.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mutation answers is so, whatever happens between the gateway and Microsoft. */
@GatewayTest("gateway.api.limits.mutations=2")
class TruthfulAnswersTests {

  private static final String ADMIN = "auth-admin";
  private static final String KIM = "kim@contoso.com";
  private static final String MEGAN = "megan@contoso.com";
  private static final String PATTI = "patti@contoso.com";

  @Nested
  class AfterAChallenge {

    private static final String TWO = """
    mutation {
      first: addPhoneMethod(
        input: {user: {userPrincipalName: "kim@contoso.com"}, phoneNumber: "+1 2065550123", phoneType: MOBILE}
      ) { phoneMethod { methodId } }
      second: addPhoneMethod(
        input: {user: {userPrincipalName: "adele@contoso.com"}, phoneNumber: "+1 2065550124", phoneType: MOBILE}
      ) { phoneMethod { methodId } }
    }
    """;

    @Test
    void theWholeRequestIsRefusedWhenNothingWasWritten(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"kim\"}, \"claims\": true}");
      assertThat(
        gateway
          .as(ADMIN, add(KIM, "MOBILE", "+1 2065550123"))
          .reply()
          .status()
      ).isEqualTo(401);
    }

    @Test
    void itIsNotWhenSomethingWas(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"adele\"}, \"claims\": true}");
      var reply = gateway.as(ADMIN, TWO);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("CLAIMS_REQUIRED");
      assertThat(reply.textAt("/errors/0/extensions/claims")).isNotEmpty();
      assertThat(gateway.phonesOf(KIM)).containsOnlyKeys("MOBILE");
    }

    @ParameterizedTest
    @ValueSource(ints = { 409, 429, 504 })
    void itIsNotWhenSomethingMayHaveBeen(int status, Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"status\": %d, \"apply\": true}".formatted(
          status
        )
      );
      for (var path : List.of("/phoneMethods", "/$batch", "/getByIds")) {
        sandbox.fault(
          "{\"match\": {\"path\": \"%s\"}, \"skip\": %d, \"times\": 9, \"claims\": true}".formatted(
            path,
            path.equals("/phoneMethods") ? 1 : 0
          )
        );
      }
      var reply = gateway.as(
        ADMIN,
        """
        mutation {
          addPhoneMethod(
            input: {user: {userPrincipalName: "kim@contoso.com"}, phoneNumber: "+1 2065550123", phoneType: MOBILE}
          ) { user { displayName } errors { __typename } }
        }
        """
      );
      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.textAt("/data/addPhoneMethod/errors/0/__typename")).isEqualTo("OutcomeUnknownError");
    }

    @Test
    void itIsNotWhenTheReadingBackIsChallenged(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, \"status\": 504, \"apply\": true}");
      sandbox.fault("{\"match\": {\"method\": \"GET\", \"path\": \"phoneMethods\"}, \"skip\": 1, \"claims\": true}");
      var payload = gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550123"));
      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
    }
  }

  @Nested
  class AfterASuccessWithoutEffect {

    @Test
    void enablingHasAnUnknownOutcome(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"enableSmsSignIn\"}, \"status\": 204}");
      assertThat(gateway.as(ADMIN, enableSmsSignIn(PATTI)).types()).containsExactly("OutcomeUnknownError");
    }

    @Test
    void disablingHasAnUnknownOutcome(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"disableSmsSignIn\"}, \"status\": 204}");
      assertThat(gateway.as(ADMIN, disableSmsSignIn("lee@contoso.com")).types()).containsExactly("OutcomeUnknownError");
    }

    /** Nothing but 204 without content says that it is gone. */
    @ParameterizedTest
    @CsvSource({
      "202, ''",
      "200, '{\\\"error\\\": {\\\"code\\\": \\\"accessDenied\\\"}}'",
      "200, '<html>'",
      "200, '[]'",
    })
    void deletingIsNotTakenForGranted(int status, String body, Gateway gateway, SandboxControl sandbox) {
      sandbox.fault(
        "{\"match\": {\"method\": \"DELETE\"}, \"times\": 9, \"status\": %d, \"body\": \"%s\"}".formatted(status, body)
      );
      var payload = gateway.as(ADMIN, delete(MEGAN, "MOBILE"));
      assertThat(payload.types()).containsExactly("OutcomeUnknownError");
      assertThat(gateway.phonesOf(MEGAN)).containsKey("MOBILE");
    }

    @Test
    void deletingIsToldWhenItIsSeen(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"DELETE\"}, \"status\": 202, \"apply\": true}");
      assertThat(gateway.as(ADMIN, delete(MEGAN, "MOBILE")).errors()).isEmpty();
      assertThat(gateway.phonesOf(MEGAN)).isEmpty();
    }

    @Test
    void updatingHasAnUnknownOutcome(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\": {\"method\": \"PATCH\"}, \"status\": 204}");
      assertThat(gateway.as(ADMIN, update(MEGAN, "MOBILE", "+1 2065550199")).types()).containsExactly(
        "OutcomeUnknownError"
      );
    }
  }

  @Test
  void anUnclearWriteStaysUnclearWhenTheUserCannotBeFoundAnyMore(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"status\": 504, \"apply\": true}");
    sandbox.fault("{\"match\": {\"method\": \"GET\", \"path\": \"phoneMethods\"}, \"status\": 404}");
    assertThat(gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550123")).types()).containsExactly("OutcomeUnknownError");
  }

  @Test
  void aCodeThatIsNoneIsNotRepeated(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      "{\"match\": {\"method\": \"POST\", \"path\": \"phoneMethods\"}, \"status\": 422, \"code\": \"+1 2065550123 is taken\"}"
    );
    var payload = gateway.as(ADMIN, add(KIM, "MOBILE", "+1 2065550123"));
    assertThat(payload.error("upstreamCode")).isEqualTo("unknown");
  }

  @Test
  void theOwnAccountIsToldAlsoByANameThatTheTokenDoesNotHave(Gateway gateway, SandboxControl sandbox) {
    var renamed = sandbox.token(ADMIN, Map.of("preferred_username", "formerly@contoso.com"));
    var adding = add("avery@contoso.com", "MOBILE", "+1 2065550123");
    var reply = gateway.execute(renamed, adding.document(), Map.of("input", adding.input()));
    assertThat(reply.typesAt("/data/payload/errors")).containsExactly("OwnAccountNotAllowedError");
    assertThat(gateway.phonesOf("a0000000-0000-4000-8000-000000000001")).isEmpty();
  }

  @Test
  void aRefusalToSignInIsNotTakenForAnUnknownUser(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault("{\"target\": \"login\", \"status\": 404, \"code\": \"unauthorized_client\", \"times\": 9}");
    var reply = gateway.as(ADMIN, "{ user(by: {userPrincipalName: \"kim@contoso.com\"}) { id } }");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("GATEWAY_CONFIGURATION");
  }

  @Nested
  class ACallerWhoOnlyAsks {

    private static final String ELIGIBILITY = """
    { user(by: {userPrincipalName: "adele@contoso.com"}) { phoneEligibility { canAdd isRoleListed blockedBy { __typename } } } }
    """;

    /** Tokens list built-in roles only: a custom role, or one for an administrative unit, may be held beside any of them. */
    @Test
    void isNotRefusedForARoleThatTheTokenDoesNotList(Gateway gateway) {
      var asking = add("adele@contoso.com", "MOBILE", "+1 2065550123").validateOnly();
      for (var persona : List.of(ADMIN, "global-reader")) {
        var listed = persona.equals(ADMIN);
        assertThat(gateway.as(persona, asking).errors()).isEmpty();
        assertThat(gateway.as(persona, ELIGIBILITY).listAt("/data/user/phoneEligibility"))
          .filteredOn(type -> type.path("canAdd").asBoolean())
          .hasSize(2)
          .allMatch(type -> type.path("isRoleListed").asBoolean() == listed);
      }
    }

    @ParameterizedTest
    @CsvSource({ "58, adele@contoso.com", "59, ben@contoso.com", "60, christie@contoso.com" })
    void isToldNothingThatTheChangeItselfContradicts(int number, String user, Gateway gateway, SandboxControl sandbox) {
      var oid = "10000000-0000-4000-8000-0000000000" + number;
      var adding = add(user, "OFFICE", "+1 2065550123");
      for (var wids : List.of(List.of(), List.of("729827e3-9c14-49f7-bb1b-9608f156bbb8"))) {
        sandbox.reset();
        var token = sandbox.token("user", Map.of("oid", oid, "wids", wids));
        for (var asked : List.of(adding.validateOnly(), adding)) {
          var reply = gateway.execute(token, asked.document(), Map.of("input", asked.input()));
          assertThat(reply.typesAt("/data/payload/errors")).isEmpty();
        }
      }
    }

    @Test
    void needsNoRoleToDeleteTheirPhone(Gateway gateway) {
      gateway.as(ADMIN, add("uma@contoso.com", "MOBILE", "+1 2065550123"));
      assertThat(gateway.as("user", delete("uma@contoso.com", "MOBILE").validateOnly()).errors()).isEmpty();
      assertThat(gateway.as("user", delete("uma@contoso.com", "MOBILE")).errors()).isEmpty();
    }

    @Test
    void isNotJudgedByATokenThatLeavesRolesOut(Gateway gateway, SandboxControl sandbox) {
      var withoutRoles = sandbox.token(ADMIN, Map.of("wids", List.of()));
      var asking = add("adele@contoso.com", "MOBILE", "+1 2065550123").validateOnly();
      var reply = gateway.execute(withoutRoles, asking.document(), Map.of("input", asking.input()));
      assertThat(reply.typesAt("/data/payload/errors")).isEmpty();
    }
  }
}
