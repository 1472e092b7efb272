package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Entra answers in the place of a token is told to those who can act on it: callers when they have to sign in again, and
 * otherwise the gateway's operators. Source: Microsoft Entra authentication and authorization error codes.
 */
@GatewayTest({ "gateway.entra.breaker.enabled=false", "gateway.entra.read-attempts=1" })
@CapturesLog
class FailingSignInTests {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String MEGAN =
    "{ user(by: { objectId: \"10000000-0000-4000-8000-000000000011\" }) { displayName phoneMethods { phoneType } } }";
  private static final String USERS = """
  { users(by: [{ objectId: "10000000-0000-4000-8000-000000000011" }]) {
      errors { __typename ... on ExpectedError { code category message path retryable } } } }
  """;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  FailingSignInTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private void entraAnswers(int number) {
    sandbox.fault("{\"target\": \"login\", \"times\": 20, \"aadsts\": %d}".formatted(number));
  }

  private Reply query(String callersToken) {
    return gateway.execute(callersToken, MEGAN, Map.of());
  }

  private static double count(Gateway gateway, String error) {
    return Optional.ofNullable(
      gateway.bean(MeterRegistry.class).find("gateway.sign-in.errors").tag("error", error).counter()
    )
      .map(counter -> counter.count())
      .orElse(0.0);
  }

  private static Reply health(Gateway gateway) {
    return gateway.send(gateway.to("/actuator/health/sign-in").GET());
  }

  private void assertNothingWasAskedOfGraph() {
    assertThat(sandbox.requests()).isEmpty();
  }

  @Nested
  class ThatTheCallerCanMendBySigningIn {

    private static final String EXPIRED =
      "Bearer error=\"invalid_token\", error_description=\"The access token expired\"";

    /** Entra allows less than the gateway does. */
    private String justExpired() {
      long now = Instant.now().getEpochSecond();
      return sandbox.token("auth-admin", Map.of("iat", now - 3_600, "nbf", now - 3_600, "exp", now - 20));
    }

    @Test
    void answersAQueryWithATokenWithinTheSkewWith401() {
      assertRefused(query(justExpired()), EXPIRED);
    }

    @ParameterizedTest
    @EnumSource(PhoneWrite.class)
    void answersAMutationWithATokenWithinTheSkewWith401(PhoneWrite write) {
      assertRefused(write.send(gateway, justExpired()), EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
      ints = {
        50013,
        50034,
        50053,
        50055,
        50057,
        50058,
        50126,
        50132,
        50133,
        50173,
        70043,
        70044,
        700082,
        700084,
        70000,
      }
    )
    void answers401(int number) {
      entraAnswers(number);
      assertRefused(query(token), "Bearer error=\"invalid_token\"");
      assertRefused(PhoneWrite.ADD.send(gateway, token), "Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(ints = { 50072, 50074, 50076, 50078, 50079, 50097, 50125, 50129, 50142, 50158, 51006 })
    void answers401AlsoWhereEntraSendsNoClaims(int number) {
      entraAnswers(number);
      var challenge = "Bearer error=\"insufficient_user_authentication\"";
      assertRefused(query(token), challenge);
      assertRefused(PhoneWrite.UPDATE.send(gateway, token), challenge);
    }

    @ParameterizedTest
    @ValueSource(strings = { "interaction_required", "login_required" })
    void goesByTheCodeWhereNobodyKnowsTheNumber(String code) {
      sandbox.fault("{\"target\": \"login\", \"times\": 20, \"aadsts\": 99999999, \"code\": \"%s\"}".formatted(code));
      assertRefused(query(token), "Bearer error=\"insufficient_user_authentication\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "basic_action", "additional_action" })
    void goesByWhatEntraSaysBeside(String suberror) {
      sandbox.fault(OddAnswer.of(400, error("invalid_grant", suberror, "AADSTS99999999: x")));
      assertRefused(query(token), "Bearer error=\"insufficient_user_authentication\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "[1]", "\"text\"" })
    void repeatsNoClaimsThatAreNone(String claims) {
      var json = JSON.writeValueAsString(
        Map.of("error", "interaction_required", "error_description", "AADSTS50076: x", "claims", claims)
      );
      sandbox.fault(OddAnswer.of(400, json));
      assertRefused(query(token), "Bearer error=\"insufficient_user_authentication\"");
    }

    @Test
    void answers401WithTheClaimsThatEntraSends() {
      sandbox.fault("{\"target\": \"login\", \"times\": 20, \"claims\": true}");
      assertThat(query(token).status()).isEqualTo(401);
      assertThat(PhoneWrite.ADD.send(gateway, token).header("WWW-Authenticate")).startsWith(
        "Bearer error=\"insufficient_claims\", claims=\""
      );
    }

    @Test
    void answers401ToANumberThatNobodyKnows() {
      entraAnswers(99_999_999);
      assertRefused(query(token), "Bearer error=\"invalid_token\"");
      assertThat(count(gateway, "other")).isPositive();
    }

    @Test
    void leavesTheGatewayHealthy() {
      entraAnswers(500133);
      query(token);
      assertThat(health(gateway).status()).isEqualTo(200);
      assertThat(count(gateway, "AADSTS500133")).isPositive();
    }

    private void assertRefused(Reply reply, String challenge) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).isEqualTo(challenge);
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UNAUTHENTICATED");
      assertThat(reply.at("/data").isMissingNode()).isTrue();
      assertNothingWasAskedOfGraph();
    }
  }

  @Nested
  class ThatTheCallersOrganizationMeans {

    @ParameterizedTest
    @ValueSource(
      ints = {
        50005,
        50020,
        50105,
        50131,
        53000,
        53001,
        53002,
        53003,
        53004,
        53009,
        53011,
        90072,
        530003,
        530032,
        530035,
      }
    )
    void answers403WhichNoClientRepeats(int number) {
      entraAnswers(number);
      assertBlocked(query(token));
      assertBlocked(PhoneWrite.ADD.send(gateway, token));
      assertThat(health(gateway).status()).isEqualTo(200);
    }

    private void assertBlocked(Reply reply) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(403);
      assertThat(reply.header("WWW-Authenticate")).isEmpty();
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("ACCESS_BLOCKED");
      assertNothingWasAskedOfGraph();
    }
  }

  private static String error(String code, String suberror, String description) {
    return JSON.writeValueAsString(
      Map.of("error", code, "suberror", suberror, "error_description", description, "error_codes", List.of(1))
    );
  }

  /** What Entra would not say itself: a proxy, or an error without the usual words. */
  @Nested
  class InAnOddForm {

    @ParameterizedTest
    @ValueSource(ints = { 200, 302, 400, 403, 404 })
    void thatIsNoJsonIsAHostThatFails(int status, CapturedOutput log) {
      sandbox.fault(OddAnswer.of(status, "<html>Blocked</html>"));
      assertCode("UPSTREAM_UNAVAILABLE", "UpstreamUnavailableError");
      assertThat(failures("unusable_answer")).isPositive();
      assertThat(log.getAll()).doesNotContain("Blocked", "<html>");
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "", "{", "{}", "[]", "{\"error\":", "{\"error\":{\"code\":\"x\"}}", "{\"access_token\":null}" }
    )
    void thatNamesNothingIsAHostThatFails(String body) {
      sandbox.fault(OddAnswer.of(400, body));
      assertCode("UPSTREAM_UNAVAILABLE", "UpstreamUnavailableError");
    }

    @ParameterizedTest
    @CsvSource({
      "429, UPSTREAM_THROTTLED, UpstreamThrottledError",
      "503, UPSTREAM_UNAVAILABLE, UpstreamUnavailableError",
    })
    void tellsHowLongToWaitAllTheSame(int status, String code, String type) {
      sandbox.fault(
        "{\"target\": \"login\", \"times\": 20, \"status\": %d, \"retryAfter\": 13, \"body\": \"<html>\"}".formatted(
          status
        )
      );
      assertCode(code, type);
      assertThat(query(token).at("/errors/0/extensions/retryAfterSeconds").asInt()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "invalid_client", "unauthorized_client", "invalid_request", "invalid_scope", "something_new" }
    )
    void withoutAnyNumberIsTheOperatorsMatterByItsCode(String code) {
      sandbox.fault(OddAnswer.of(code.equals("invalid_client") ? 401 : 400, "{\"error\":\"%s\"}".formatted(code)));
      assertCode("GATEWAY_CONFIGURATION", "GatewayConfigurationError");
      assertThat(health(gateway).status()).isEqualTo(503);
    }

    @Test
    void withoutConsentIsTheOperatorsMatterForEveryNumber() {
      sandbox.fault(OddAnswer.of(400, error("invalid_grant", "consent_required", "AADSTS99999999: x")));
      assertCode("GATEWAY_CONFIGURATION", "GatewayConfigurationError");
    }

    @ParameterizedTest
    @ValueSource(strings = { "temporarily_unavailable", "server_error" })
    void thatMayPassIsNobodysMatter(String code) {
      sandbox.fault(OddAnswer.of(400, "{\"error\":\"%s\"}".formatted(code)));
      assertCode("UPSTREAM_UNAVAILABLE", "UpstreamUnavailableError");
    }

    @Test
    void thatTheCallerMayNotIsAnswered403() {
      sandbox.fault(OddAnswer.of(400, "{\"error\":\"access_denied\"}"));
      assertThat(query(token).status()).isEqualTo(403);
    }

    private void assertCode(String code, String type) {
      var field = query(token);
      assertThat(field.textAt("/errors/0/extensions/code")).as(field.text()).isEqualTo(code);
      var write = PhoneWrite.ADD.send(gateway, token);
      assertThat(write.typesAt(PhoneWrite.ADD.errors())).as(write.text()).containsExactly(type);
      assertNothingWasAskedOfGraph();
    }

    private double failures(String reason) {
      return gateway
        .bean(MeterRegistry.class)
        .get("gateway.upstream.failures")
        .tag("host", "login")
        .tag("reason", reason)
        .counter()
        .count();
    }
  }

  /** A fault of the login with any body. */
  private static final class OddAnswer {

    static String of(int status, String body) {
      return JSON.writeValueAsString(Map.of("target", "login", "times", 20, "status", status, "body", body));
    }
  }

  @Nested
  class ThatOnlyOperatorsCanMend {

    @Test
    void isTypedWithoutConsent() {
      sandbox.consent("{\"delegated\": [], \"application\": []}");
      assertMisconfigured(AadstsError.CONSENT_REQUIRED, 65001);
    }

    @ParameterizedTest
    @ValueSource(
      ints = {
        7000215,
        7000222,
        700016,
        90002,
        700027,
        700024,
        7000112,
        70011,
        500011,
        650057,
        90094,
        500131,
        700213,
        7000218,
        7000216,
        7000229,
        50012,
        50194,
        90095,
        700211,
        700212,
        900023,
        900144,
        1002012,
      }
    )
    void isTyped(int number) {
      entraAnswers(number);
      assertMisconfigured(AadstsError.of(number), number);
    }

    private void assertMisconfigured(@Nullable AadstsError error, int number) {
      for (var write : PhoneWrite.values()) {
        var reply = write.send(gateway, token);
        assertThat(reply.typesAt(write.errors())).as(reply.text()).containsExactly("GatewayConfigurationError");
        assertThat(reply.textAt(write.errors() + "/0/code")).isEqualTo("GATEWAY_CONFIGURATION");
        assertThat(reply.at(write.errors() + "/0/retryable").asBoolean(true)).isFalse();
        assertToldNoMore(reply);
      }
      var field = query(token);
      assertThat(field.textAt("/errors/0/extensions/code")).isEqualTo("GATEWAY_CONFIGURATION");
      assertThat(field.textAt("/errors/0/extensions/category")).isEqualTo("CONFIGURATION");
      assertThat(field.at("/errors/0/extensions/retryable").asBoolean(true)).isFalse();
      assertToldNoMore(field);
      var lookup = gateway.execute(token, USERS, Map.of());
      assertThat(lookup.typesAt("/data/users/0/errors")).containsExactly("GatewayConfigurationError");
      assertThat(lookup.textAt("/data/users/0/errors/0/category")).isEqualTo("CONFIGURATION");
      assertToldNoMore(lookup);
      assertThat(count(gateway, "AADSTS" + number)).isPositive();
      assertThat(error).isNotNull().extracting(AadstsError::hint).asString().isNotBlank();
      assertNothingWasAskedOfGraph();
    }

    private void assertToldNoMore(Reply reply) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).doesNotContain("AADSTS", "did not answer", "in time", "invalid_", "Trace");
    }

    @Test
    void isOverWithTheNextTokenThatIsIssued() {
      entraAnswers(65001);
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isNotEmpty();
      assertThat(health(gateway).status()).isEqualTo(503);
      sandbox.call("DELETE", "/faults", "");
      assertThat(PhoneWrite.ADD.send(gateway, token).typesAt(PhoneWrite.ADD.errors())).isEmpty();
      assertThat(health(gateway).text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void isNotOverBecauseEntraIsBusy() {
      entraAnswers(7000222);
      query(token);
      sandbox.call("DELETE", "/faults", "");
      sandbox.fault("{\"target\": \"login\", \"times\": 20, \"status\": 429}");
      query(token);
      assertThat(health(gateway).status()).isEqualTo(503);
    }

    @Test
    void degradesTheHealthAndTakesNobodyOutOfService() {
      entraAnswers(7000222);
      query(token);
      assertThat(health(gateway).text()).isEqualTo("{\"status\":\"DEGRADED\"}");
      for (var probe : new String[] { "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness" }) {
        assertThat(gateway.send(gateway.to(probe).GET()).status())
          .as(probe)
          .isEqualTo(200);
      }
    }
  }

  /** Gateways of their own: what was logged is not logged again within a minute. */
  @Nested
  class IsLogged {

    private Gateway start(String... settings) {
      return Gateway.start(
        sandbox,
        Stream.concat(
          Stream.of("management.endpoint.health.show-details=always", "gateway.entra.connect-timeout=1s"),
          Stream.of(settings)
        ).toArray(String[]::new)
      );
    }

    @Test
    void onceAMinuteWithTheNumberAndWhatToDo(CapturedOutput log) {
      try (var other = start("gateway.entra.credential.client-secret=wrong")) {
        for (int time = 0; time < 5; time++) {
          PhoneWrite.ADD.send(other, token);
        }
        assertThat(log.getAll()).containsOnlyOnce(
          "Entra issues no token for Microsoft Graph: AADSTS7000215 (invalid_client). " +
            "The client secret is wrong: take its value, not its id. [1 since the last such line]"
        );
        assertThat(log.getAll()).doesNotContain("Trace ID", token, "wrong\"");
        assertThat(count(other, "AADSTS7000215")).isEqualTo(5.0);
        assertThat(health(other).textAt("/components/signIn/details/error")).isEqualTo("AADSTS7000215");
        assertThat(health(other).textAt("/components/signIn/details/hint")).contains("client secret");
      }
    }

    @Test
    void whenTheLoginCannotBeReached(CapturedOutput log) {
      try (var other = start("gateway.entra.authority-host=http://127.0.0.1:1")) {
        var reply = other.execute(token, "{ viewer { objectId } }", Map.of());
        assertThat(reply.status()).isEqualTo(503);
        assertThat(log.getAll()).containsOnlyOnce(
          "The address of the signing keys (127.0.0.1) fails: no connection to it could be made"
        );
        assertThat(health(other).textAt("/components/signIn/details/signingKeys")).contains("no connection");
        assertThat(failures(other, "signing_keys", "not_connected")).isPositive();
      }
    }

    @Test
    void whenTheTenantIsAnother(CapturedOutput log) {
      try (var other = start("gateway.entra.tenant-id=4e7d9b02-61fa-4c38-8d25-b90c1e5f7a64")) {
        assertThat(other.execute(token, "{ viewer { objectId } }", Map.of()).status()).isEqualTo(503);
        assertThat(log.getAll()).contains("it refused: is gateway.entra.tenant-id a tenant", "AADSTS90002");
      }
    }

    @Test
    void whenTheLoginFails(CapturedOutput log) {
      try (var other = start("gateway.entra.breaker.enabled=false")) {
        sandbox.fault("{\"target\": \"login\", \"times\": 20, \"status\": 503}");
        var reply = PhoneWrite.ADD.send(other, token);
        assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamUnavailableError");
        assertThat(log.getAll()).contains("The login (localhost) fails: it answered with a failure of its own");
        assertThat(failures(other, "login", "server_error")).isPositive();
        assertThat(health(other).textAt("/components/signIn/details/login")).contains("failure of its own");
      }
    }

    @ParameterizedTest
    @CsvSource({
      "http://127.0.0.1:1/v1.0, not_connected, no connection to it could be made",
      "https://nowhere.invalid/v1.0, name_not_resolved, its name cannot be resolved",
    })
    void whenMicrosoftGraphCannotBeReached(String endpoint, String reason, String text, CapturedOutput log) {
      try (var other = start("gateway.entra.graph-endpoint=" + endpoint)) {
        var reply = PhoneWrite.ADD.send(other, token);
        assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("UpstreamUnavailableError");
        assertThat(log.getAll())
          .contains("Microsoft Graph (")
          .contains(") fails: " + text);
        assertThat(failures(other, "graph", reason)).isPositive();
      }
    }

    private static double failures(Gateway gateway, String host, String reason) {
      return gateway
        .bean(MeterRegistry.class)
        .get("gateway.upstream.failures")
        .tag("host", host)
        .tag("reason", reason)
        .counter()
        .count();
    }
  }
}
