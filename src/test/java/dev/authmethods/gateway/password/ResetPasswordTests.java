package dev.authmethods.gateway.password;

import static dev.authmethods.gateway.password.PasswordMutation.isPasswordOf;
import static dev.authmethods.gateway.password.PasswordMutation.reset;
import static dev.authmethods.gateway.password.PasswordMutation.sendings;
import static dev.authmethods.gateway.password.PasswordMutation.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class ResetPasswordTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String ADELE = "adele@contoso.com";
  private static final String ADELE_ID = "10000000-0000-4000-8000-000000000002";
  private static final String HADAR = "hadar@contoso.com";
  private static final String GUEST = "ext_user_fabrikam.com#EXT#@contoso.com";
  private static final String GOOD = "Cuyo5459";

  @Nested
  class APassword {

    @ParameterizedTest
    @ValueSource(strings = { ADELE, ADELE_ID })
    void thatIsGivenIsSet(String adele, Gateway gateway, SandboxControl sandbox) {
      var payload = reset(adele, GOOD).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(payload.text("passwordState")).isEqualTo("GIVEN");
      assertThat(payload.text("generatedPassword")).isEmpty();
      assertThat(payload.text("operation/status")).isEqualTo("SUCCEEDED");
      assertThat(payload.text("operation/isFinished")).isEqualTo("true");
      assertThat(payload.text("operation/upstreamDetail")).isEqualTo("ResetSuccess");
      assertThat(payload.text("operation/pollAfterSeconds")).isEmpty();
      assertThat(payload.text("operation/createdDateTime")).isNotEmpty();
      assertThat(payload.text("user/objectId")).isEqualTo(ADELE_ID);
      assertThat(isPasswordOf(sandbox, ADELE, GOOD)).isTrue();
    }

    @Test
    void thatIsMadeUpIsShown(Gateway gateway, SandboxControl sandbox) {
      var payload = reset(ADELE_ID).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("passwordState")).isEqualTo("SHOWN");
      assertThat(isPasswordOf(sandbox, ADELE, payload.text("generatedPassword"))).isTrue();
      assertThat(payload.reply().header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void isOnlyCheckedWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
      var payload = reset(ADELE, GOOD).with("validateOnly", true).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("passwordState")).isEmpty();
      assertThat(sendings(sandbox)).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "onlysmallletters, TOO_SIMPLE", "Grün-12345, INVALID_CHARACTERS" })
    void thatBreaksARuleCostsNothing(String password, String reason, Gateway gateway, SandboxControl sandbox) {
      var payload = reset(ADELE, password).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("PasswordRefusedError");
      assertThat(payload.error("passwordRefusedReason")).isEqualTo(reason);
      assertThat(payload.error("path")).isEqualTo("input,newPassword");
      assertThat(sandbox.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "newPassword, Short1, Size",
      "newPassword, '', Size",
      "waitSeconds, 21, Range",
      "waitSeconds, -1, Range",
    })
    void hasAConstraint(String field, String value, String constraint, Gateway gateway) {
      Object sent = field.equals("waitSeconds") ? (Object) Integer.valueOf(value) : value;

      var payload = reset(ADELE).with(field, sent).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("InvalidInputError");
      assertThat(payload.error("constraint")).isEqualTo(constraint);
    }

    @Test
    void thatMicrosoftBansIsRefusedAsSuch(Gateway gateway) {
      var payload = reset(ADELE, "Contoso12345").sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("PasswordRefusedError");
      assertThat(payload.error("passwordRefusedReason")).isEqualTo("REFUSED_UPSTREAM");
    }

    @Test
    void ofAnOnPremisesDirectoryMustBeGiven(Gateway gateway, SandboxControl sandbox) {
      assertThat(reset(HADAR).sendAs(ADMIN, gateway).types()).containsExactly("NewPasswordRequiredError");
      assertThat(sendings(sandbox)).isZero();

      assertThat(reset(HADAR, GOOD).sendAs(ADMIN, gateway).types()).isEmpty();
      assertThat(isPasswordOf(sandbox, HADAR, GOOD)).isTrue();
    }

    @Test
    void ofAnExternalUserIsWithAnotherTenant(Gateway gateway, SandboxControl sandbox) {
      assertThat(reset(GUEST, GOOD).sendAs(ADMIN, gateway).types()).containsExactly("ExternalUserError");
      assertThat(sendings(sandbox)).isZero();
    }
  }

  @Nested
  class AnOperation {

    @Test
    void isFollowedForAsLongAsTheClientWants(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"stepMs\":60000");

      var payload = reset(ADELE, GOOD).with("waitSeconds", 0).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("operation/status")).isEqualTo("RUNNING");
      assertThat(payload.text("operation/isFinished")).isEqualTo("false");
      assertThat(payload.text("operation/pollAfterSeconds")).isEqualTo("1.0");
      assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
      assertThat(sandbox.asked()).noneMatch(asked -> asked.contains("/operations/"));
    }

    @Test
    void isPolledByItsGlobalId(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"stepMs\":300,\"statusCase\":\"pascal\",\"malformedCreatedDateTime\":true");
      var id = reset(ADELE, GOOD).with("waitSeconds", 0).sendAs(ADMIN, gateway).text("operation/id");

      await().untilAsserted(() ->
        assertThat(node(ADMIN, id, gateway).textAt("/data/node/status")).isEqualTo("SUCCEEDED")
      );

      var node = node(ADMIN, id, gateway);
      assertThat(node.textAt("/data/node/id")).isEqualTo(id);
      assertThat(node.at("/data/node/createdDateTime").isNull()).isTrue();
      assertThat(node.textAt("/data/node/lastActionDateTime")).isNotEmpty();
    }

    @Test
    void isHiddenFromOthers(Gateway gateway) {
      var id = reset(ADELE, GOOD).with("waitSeconds", 0).sendAs(ADMIN, gateway).text("operation/id");

      assertThat(node("user", id, gateway).at("/data/node").isNull()).isTrue();
      assertThat(node("global-reader", id, gateway).textAt("/data/node/id")).isEqualTo(id);
    }

    @Test
    void thatFailsIsAnErrorAndChangesNothing(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"stepMs\":0,\"failure\":\"OnPremisesPolicyViolation\"");

      var payload = reset(HADAR, GOOD).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("PasswordResetFailedError");
      assertThat(payload.error("upstreamDetail")).isEqualTo("OnPremisesPolicyViolation");
      assertThat(payload.text("operation")).isEmpty();
      assertThat(payload.text("passwordState")).isEmpty();
      assertThat(payload.text("generatedPassword")).isEmpty();
    }

    @Test
    void thatFailsWithATextTellsNothingOfIt(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"stepMs\":0,\"failure\":\"Kim's password is too short\"");

      var payload = reset(ADELE, GOOD).sendAs(ADMIN, gateway);

      assertThat(payload.types()).containsExactly("PasswordResetFailedError");
      assertThat(payload.error("upstreamDetail")).isEmpty();
      assertThat(payload.reply().text()).doesNotContain("too short");
    }

    @Test
    void isNullWhenMicrosoftGivesNone(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"hasLocation\":false");

      var payload = reset(ADELE, GOOD).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("operation")).isEmpty();
      assertThat(payload.text("passwordState")).isEqualTo("GIVEN");
    }

    @Test
    void isStillOnItsWayWhenItCannotBeRead(Gateway gateway, SandboxControl sandbox) {
      sandbox.fault("{\"match\":{\"path\":\"/operations/\"},\"status\":403,\"times\":9}");

      var payload = reset(ADELE, GOOD).with("waitSeconds", 1).sendAs(ADMIN, gateway);

      assertThat(payload.types()).isEmpty();
      assertThat(payload.text("operation/status")).isEqualTo("RUNNING");
    }

    @Test
    void isAskedForWhenMicrosoftSays(Gateway gateway, SandboxControl sandbox) {
      settings(sandbox, "\"retryAfterSeconds\":7,\"stepMs\":60000");

      var payload = reset(ADELE, GOOD).with("waitSeconds", 0).sendAs(ADMIN, gateway);

      assertThat(payload.text("operation/pollAfterSeconds")).isEqualTo("7.0");
    }

    private static Reply node(String persona, String id, Gateway gateway) {
      var query =
        "query ($id: ID!) { node(id: $id) { id ... on PasswordResetOperation { status createdDateTime lastActionDateTime } } }";
      return gateway.as(persona, query, Map.of("id", id));
    }
  }

  @Nested
  class ACaller {

    @ParameterizedTest
    @ValueSource(strings = { "parker@contoso.com", "a0000000-0000-4000-8000-000000000002" })
    void cannotResetTheirOwnPassword(String parker, Gateway gateway, SandboxControl sandbox) {
      assertThat(reset(parker, GOOD).sendAs(ADMIN, gateway).types()).containsExactly("OwnAccountNotAllowedError");
      assertThat(sendings(sandbox)).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "auth-admin, lidia@contoso.com, true", "global-reader, adele@contoso.com, ''" })
    void needsARoleThatReachesTheUser(String persona, String user, String isProtected, Gateway gateway) {
      var payload = reset(user, GOOD).sendAs(persona, gateway);

      assertThat(payload.types()).containsExactly("PermissionDeniedError");
      assertThat(payload.error("isTargetProtected")).isEqualTo(isProtected);
    }

    @Test
    void learnsWhichUsersAreThere(Gateway gateway) {
      assertThat(reset("nobody@contoso.com", GOOD).sendAs(ADMIN, gateway).types()).containsExactly("UserNotFoundError");
    }
  }
}
