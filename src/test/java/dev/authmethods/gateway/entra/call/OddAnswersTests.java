package dev.authmethods.gateway.entra.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that Microsoft Graph seldom gives, or that something on the way gives for it: each is taken for what it says, no more. */
@GatewayTest({ "gateway.entra.breaker.enabled=false", "gateway.entra.read-attempts=1" })
class OddAnswersTests {

  private static final String USER =
    "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName phoneMethods { phoneType } } }";
  private static final String USERS = """
  { users(by: [{ userPrincipalName: "megan@contoso.com" }, { objectId: "10000000-0000-4000-8000-000000000011" }]) {
      errors { __typename } } }
  """;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  OddAnswersTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Reply query(String document) {
    return gateway.execute(token, document, Map.of());
  }

  private void always(String fault) {
    sandbox.fault("{\"times\": 50, %s}".formatted(fault));
  }

  @ParameterizedTest
  @CsvSource({
    "401, insufficientClaims",
    "403, insufficientClaims",
    "403, InsufficientClaims",
    "401, insufficient_claims",
  })
  void aChallengeWithoutClaimsAsksForAnotherSignIn(int status, String code) {
    always("\"status\": %d, \"code\": \"%s\"".formatted(status, code));
    for (var reply : List.of(query(USER), query(USERS), PhoneWrite.ADD.send(gateway, token))) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_user_authentication\"");
    }
    assertThat(sandbox.ledger()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PhoneWrite.class)
  void aRegistrationThatMicrosoftGraphDoesNotKnowIsTheOperatorsMatter(PhoneWrite write) {
    always("\"status\": 401, \"code\": \"Authorization_IdentityNotFound\"");
    assertThat(write.send(gateway, token).typesAt(write.errors())).containsExactly("GatewayConfigurationError");
    assertThat(query(USERS).typesAt("/data/users/0/errors")).containsExactly("GatewayConfigurationError");
    assertThat(query(USER).textAt("/errors/0/extensions/code")).isEqualTo("GATEWAY_CONFIGURATION");
  }

  @ParameterizedTest
  @EnumSource(PhoneWrite.class)
  void aPermissionRefusedWith401IsOneRefusedWith403(PhoneWrite write) {
    always("\"status\": 401, \"code\": \"Authorization_RequestDenied\"");
    assertThat(write.send(gateway, token).typesAt(write.errors())).containsExactly("PermissionDeniedError");
    assertThat(query(USERS).typesAt("/data/users/0/errors")).containsExactly("PermissionDeniedError");
  }

  @ParameterizedTest
  @ValueSource(ints = { 400, 403, 404, 410 })
  void aPageOfAProxyRefusesNobodyAndHidesNobody(int status) {
    always("\"status\": %d, \"body\": \"<html>Blocked</html>\"".formatted(status));
    assertThat(query(USERS).typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
    assertThat(query(USER).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).containsExactly(
      "OutcomeUnknownError"
    );
    assertThat(sandbox.ledger()).isEmpty();
    assertThat(failures("unusable_answer")).isPositive();
  }

  @Test
  void thatThereAreNoBatchesHidesNobody() {
    always("\"match\": {\"path\": \"$batch\"}, \"status\": 404");
    assertThat(query(USERS).typesAt("/data/users/0/errors")).containsExactly("UpstreamUnavailableError");
    assertThat(query(USER).textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
  }

  @Test
  void aTokenThatMicrosoftGraphDoesNotTakeIsToldToOperators() {
    always("\"status\": 401");
    assertThat(PhoneWrite.UPDATE.send(gateway, token).typesAt(PhoneWrite.UPDATE.errors())).containsExactly(
      "UpstreamUnavailableError"
    );
    assertThat(failures("token_not_accepted")).isPositive();
  }

  private double failures(String reason) {
    return gateway
      .bean(MeterRegistry.class)
      .get("gateway.upstream.failures")
      .tag("host", "graph")
      .tag("reason", reason)
      .counter()
      .count();
  }
}
