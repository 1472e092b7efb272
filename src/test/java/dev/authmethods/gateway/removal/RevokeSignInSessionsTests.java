package dev.authmethods.gateway.removal;

import static dev.authmethods.gateway.removal.RemovalMutation.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are ended when Microsoft Graph shows it, and not merely when it says yes. */
@GatewayTest
class RevokeSignInSessionsTests {

  private static final String ADMIN = "privileged-auth-admin";
  private static final String KIM = "kim@contoso.com";

  private static List<String> revocations(SandboxControl sandbox) {
    return sandbox
      .asked()
      .stream()
      .filter(call -> call.startsWith("POST") && call.endsWith("/revokeSignInSessions"))
      .toList();
  }

  @Test
  void areEndedAndTheDateIsReadBack(Gateway gateway, SandboxControl sandbox) {
    var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var payload = revoke(KIM).sendAs(ADMIN, gateway);
    assertThat(payload.types()).isEmpty();
    assertThat(payload.text("confirmation")).isEqualTo("UPSTREAM");
    assertThat(Instant.parse(payload.text("sessionsValidFrom"))).isAfterOrEqualTo(before);
    assertThat(revocations(sandbox)).hasSize(1);
  }

  @Test
  void areEndedTwiceInOneSecond(Gateway gateway) {
    assertThat(revoke(KIM).sendAs(ADMIN, gateway).types()).isEmpty();
    assertThat(revoke(KIM).sendAs(ADMIN, gateway).types()).isEmpty();
  }

  @Test
  void areEndedWhenTheAnswerHasNoContent(Gateway gateway, SandboxControl sandbox) {
    sandbox.call("POST", "/settings", "{\"revokeStatus\":204}");
    assertThat(revoke(KIM).sendAs(ADMIN, gateway).types()).isEmpty();
  }

  @Test
  void areWaitedForWhenTheDateIsSeenLate(Gateway gateway, SandboxControl sandbox) {
    sandbox.call("POST", "/settings", "{\"revokeDelayMs\":1200}");
    var payload = revoke(KIM).sendAs(ADMIN, gateway);
    assertThat(payload.types()).isEmpty();
    assertThat(payload.text("sessionsValidFrom")).isNotEmpty();
    assertThat(revocations(sandbox)).hasSize(1);
  }

  @Test
  void areUnknownWhenTheDateNeverMoves(Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      "{\"match\": {\"method\": \"POST\", \"path\": \"revokeSignInSessions\"}, \"times\": 9, \"status\": 204}"
    );
    assertThat(revoke(KIM).sendAs(ADMIN, gateway).types()).containsExactly("OutcomeUnknownError");
  }

  @ParameterizedTest
  @ValueSource(booleans = { true, false })
  void areEndedAfterAFault(boolean isApplied, Gateway gateway, SandboxControl sandbox) {
    sandbox.fault(
      "{\"match\": {\"method\": \"POST\", \"path\": \"revokeSignInSessions\"}, \"status\": 504, \"apply\": %s}".formatted(
        isApplied
      )
    );
    var payload = revoke(KIM).sendAs(ADMIN, gateway);
    assertThat(payload.types()).isEmpty();
    assertThat(payload.text("confirmation")).isEqualTo(isApplied ? "READ_BACK" : "UPSTREAM");
  }

  @Test
  void areEndedOnceUnderOneKey(Gateway gateway, SandboxControl sandbox) {
    var mutation = revoke(KIM).with("idempotencyKey", "once");
    var first = mutation.sendAs(ADMIN, gateway);
    var second = mutation.sendAs(ADMIN, gateway);
    assertThat(second.reply().at("/data/payload/replayed").booleanValue()).isTrue();
    assertThat(second.text("sessionsValidFrom")).isEqualTo(first.text("sessionsValidFrom"));
    assertThat(revocations(sandbox)).hasSize(1);
  }

  @Test
  void stayWhenNothingIsToBeWritten(Gateway gateway, SandboxControl sandbox) {
    var payload = revoke(KIM).with("validateOnly", true).sendAs(ADMIN, gateway);
    assertThat(payload.types()).isEmpty();
    assertThat(payload.text("sessionsValidFrom")).isEmpty();
    assertThat(revocations(sandbox)).isEmpty();
  }

  @Test
  void ofUsersOfOtherTenantsAreNotHere(Gateway gateway, SandboxControl sandbox) {
    var external = "ext_user_fabrikam.com#EXT#@contoso.com";
    var payload = revoke(external).sendAs(ADMIN, gateway);
    assertThat(payload.types()).containsExactly("ExternalUserError");
    assertThat(revocations(sandbox)).isEmpty();
  }

  /** An account of another tenant can have a name like those of this one. */
  @Test
  void ofUsersWithAnIdentityOfAnotherTenantAreNotHere(Gateway gateway, SandboxControl sandbox) {
    var body =
      "{'id': '%s', 'userPrincipalName': 'kim@contoso.com', 'identities': [{'signInType': 'federated', 'issuer': 'ExternalAzureAD'}]}"
        .formatted(UUID.randomUUID())
        .replace("'", "\\\"");
    sandbox.fault(
      "{\"match\": {\"method\": \"GET\", \"path\": \"/users/\"}, \"times\": 2, \"status\": 200, \"body\": \"%s\"}".formatted(
        body
      )
    );
    assertThat(revoke(KIM).sendAs(ADMIN, gateway).types()).containsExactly("ExternalUserError");
    assertThat(revocations(sandbox)).isEmpty();
  }

  @Test
  void ofTheCallerCanBeEnded(Gateway gateway) {
    assertThat(revoke("avery@contoso.com").sendAs("auth-admin", gateway).types()).isEmpty();
  }

  @Test
  void areNotEndedByCallersWithoutARole(Gateway gateway) {
    var payload = revoke(KIM).sendAs("global-reader", gateway);
    assertThat(payload.types()).containsExactly("PermissionDeniedError");
    assertThat(payload.error().path("acceptedRoles").toString()).contains("Helpdesk Administrator");
  }

  @Test
  void nameThePermissionThatTheGatewayLacks(Gateway gateway, SandboxControl sandbox) {
    sandbox.consent(
      "{\"delegated\": [\"User.Read.All\", \"UserAuthenticationMethod.ReadWrite.All\"], \"application\": []}"
    );
    var payload = revoke(KIM).sendAs(ADMIN, gateway);
    assertThat(payload.types()).containsAnyOf("GatewayConfigurationError", "PermissionDeniedError");
    assertThat(payload.errors().toString()).contains("User.RevokeSessions.All");
  }
}
