package dev.authmethods.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.Sandbox;
import dev.authmethods.sandbox.SandboxSettings;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox's own controls. */
class ControlTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";

  static void fault(String json) {
    assertThat(entra.control("POST", "/faults", json).status()).isEqualTo(204);
  }

  static List<String> requests(String property) {
    return entra
      .control("GET", "/requests", "")
      .json()
      .valueStream()
      .map(entry -> entry.path(property).asString())
      .toList();
  }

  @Nested
  class Personas {

    @Test
    void areListed() {
      var personas = entra.control("GET", "/personas", "").json();

      assertThat(personas.valueStream().map(persona -> persona.path("name").asString())).containsExactly(
        "auth-admin",
        "privileged-auth-admin",
        "global-reader",
        "user",
        "foreign",
        "app"
      );
      assertThat(personas.at("/0/roles/0").asString()).isEqualTo("Authentication Administrator");
      assertThat(personas.valueStream().allMatch(persona -> persona.path("description").isString())).isTrue();
      assertThat(personas.valueStream().map(persona -> persona.path("can").asString("")))
        .doesNotHaveDuplicates()
        .allMatch(can -> !can.isBlank() && can.length() <= 28);
    }

    @Test
    void getTokensForTheGateway() throws ParseException {
      var claims = SignedJWT.parse(entra.gatewayToken("auth-admin", "{}")).getJWTClaimsSet();

      assertThat(claims.getAudience()).containsExactly(entra.sandbox().clientId());
      assertThat(claims.getIssuer()).isEqualTo(
        entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + "/v2.0"
      );
      assertThat(claims.getClaims())
        .containsEntry("ver", "2.0")
        .containsEntry("scp", "access_as_user")
        .containsEntry("azpacr", "0")
        .containsEntry("preferred_username", "avery@contoso.com")
        .containsKeys("tid", "oid", "sub", "azp", "name", "wids", "iat", "nbf", "exp", "uti");
    }

    @Test
    void canBeForeignOrNobody() throws ParseException {
      var foreign = SignedJWT.parse(entra.gatewayToken("foreign", "{}")).getJWTClaimsSet();
      var app = SignedJWT.parse(entra.gatewayToken("app", "{}")).getJWTClaimsSet();

      assertThat(foreign.getStringClaim("tid")).isNotEqualTo(entra.sandbox().tenantId());
      assertThat(foreign.getIssuer()).contains(foreign.getStringClaim("tid"));
      assertThat(app.getClaim("idtyp")).isEqualTo("app");
      assertThat(app.getClaim("scp")).isNull();
    }

    @Test
    void takeOtherClaims() throws ParseException {
      var token = entra.gatewayToken("user", "{\"exp\":1000,\"aud\":[\"a\",\"b\"],\"scp\":null}");
      var claims = SignedJWT.parse(token).getJWTClaimsSet();

      assertThat(claims.getExpirationTime()).isEqualTo(Instant.ofEpochSecond(1_000));
      assertThat(claims.getAudience()).containsExactly("a", "b");
      assertThat(claims.getClaims()).doesNotContainKey("scp");
    }

    @Test
    void areKnownByName() {
      assertThat(entra.control("POST", "/personas/nobody/token", "").status()).isEqualTo(404);
    }
  }

  @Nested
  class Faults {

    @Test
    void befallTheNextMatchingCalls() {
      fault("{\"match\":{\"method\":\"GET\",\"path\":\"/users/kim\"},\"times\":2,\"status\":503,\"code\":\"busy\"}");

      assertThat(entra.get(ADMIN, "/me").status()).isEqualTo(200);
      assertThat(entra.get(ADMIN, "/users/kim@contoso.com").code()).isEqualTo("busy");
      assertThat(entra.get(ADMIN, "/users/kim@contoso.com").status()).isEqualTo(503);
      assertThat(entra.get(ADMIN, "/users/kim@contoso.com").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "true, 1", "false, 0" })
    void mayComeAfterTheWork(boolean apply, int phones) {
      fault("{\"match\":{\"method\":\"POST\",\"path\":\"/phoneMethods\"},\"apply\":" + apply + ",\"status\":504}");

      var answer = entra.post(ADMIN, Phones.of("adele"), Phones.phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(504);
      assertThat(entra.get(ADMIN, Phones.of("adele")).values("id")).hasSize(phones);
    }

    @ParameterizedTest
    @CsvSource({ "2.5, 2.5", "0, 0", "3, 3" })
    void sayWhenToRetry(String sent, String header) {
      fault("{\"status\":429,\"retryAfter\":" + sent + "}");

      var answer = entra.get(ADMIN, "/me");

      assertThat(answer.header("Retry-After")).isEqualTo(header);
      assertThat(answer.code()).isEqualTo("TooManyRequests");
      assertThat(answer.json().at("/error/innerError/code").asString()).isEqualTo("429");
    }

    @Test
    void dropTheConnection() {
      var token = entra.graphToken(ADMIN);
      // The client of the JDK repeats a GET whose connection was cut, once.
      fault("{\"match\":{\"path\":\"/me\"},\"drop\":true,\"times\":4}");

      assertThatThrownBy(() -> entra.graph("POST", "/me", token, "{}")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void dropTheConnectionAfterTheWork() {
      var token = entra.graphToken(ADMIN);
      fault("{\"match\":{\"method\":\"POST\"},\"drop\":true,\"apply\":true}");

      assertThatThrownBy(() ->
        entra.graph("POST", Phones.of("adele"), token, Phones.phone("mobile", "+1 2065550199"))
      ).isInstanceOf(UncheckedIOException.class);

      assertThat(entra.get(ADMIN, Phones.of("adele")).values("id")).hasSize(1);
    }

    @Test
    void truncateTheAnswer() {
      var token = entra.graphToken(ADMIN);
      fault("{\"truncate\":true,\"match\":{\"path\":\"phoneMethods\"}}");

      assertThatThrownBy(() ->
        entra.graph("POST", Phones.of("adele"), token, Phones.phone("mobile", "+1 2065550199"))
      ).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void truncateAnAnswerWithoutABodyInItsHead() {
      var token = entra.graphToken(ADMIN);
      fault("{\"truncate\":true,\"match\":{\"method\":\"DELETE\"}}");

      assertThatThrownBy(() -> entra.graph("DELETE", Phones.of("megan") + Phones.MOBILE, token, "")).isInstanceOf(
        UncheckedIOException.class
      );
      assertThat(entra.phones("megan")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":500 | 500 | generalException",
        "\"status\":502 | 502 | generalException",
        "\"status\":503 | 503 | serviceNotAvailable",
        "\"status\":504 | 504 | gatewayTimeout",
        "\"status\":429,\"retryAfter\":2.5 | 429 | TooManyRequests",
        "\"status\":409,\"code\":\"phoneNumberNotUnique\" | 409 | phoneNumberNotUnique",
        "\"status\":409,\"code\":\"conflict\" | 409 | conflict",
        "\"status\":201,\"body\":\"{\\\"error\\\":{\\\"code\\\":7}}\" | 201 | 7",
        "\"status\":200,\"body\":\"{\\\"error\\\":{\\\"code\\\":\\\"x\\\"}}\" | 200 | x",
      }
    )
    void hideThatTheWorkWasDone(String fault, int status, String code) {
      fault("{\"match\":{\"method\":\"POST\"},\"apply\":true," + fault + "}");

      var answer = entra.post(ADMIN, Phones.of("adele"), Phones.phone("mobile", "+1 2065550199"));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.code()).isEqualTo(code);
      assertThat(entra.phones("adele")).containsExactly("mobile +1 2065550199");
    }

    @Test
    void refuseAGoodTokenOnce() {
      fault("{\"match\":{\"method\":\"DELETE\"},\"status\":401}");

      var refused = entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE);

      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.code()).isEqualTo("InvalidAuthenticationToken");
      assertThat(refused.json().at("/error/message").asString()).isEqualTo(
        "Lifetime validation failed, the token is expired."
      );
      assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ");
      assertThat(entra.phones("megan")).hasSize(1);
      assertThat(entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE).status()).isEqualTo(204);
    }

    @Test
    void maySkipTheFirstCalls() {
      fault("{\"match\":{\"path\":\"/me\"},\"skip\":2,\"status\":500}");

      assertThat(Stream.generate(() -> entra.get(ADMIN, "/me").status()).limit(4)).containsExactly(200, 200, 500, 200);
    }

    @Test
    void countTheCallsToSkipEachForItself() {
      fault("{\"match\":{\"path\":\"/me\"},\"status\":500}");
      fault("{\"match\":{\"path\":\"/me\"},\"skip\":1,\"times\":2,\"status\":503}");

      assertThat(Stream.generate(() -> entra.get(ADMIN, "/me").status()).limit(4)).containsExactly(500, 503, 503, 200);
    }

    @Test
    void delayTheAnswer() {
      fault("{\"match\":{\"path\":\"/me\"},\"delayMs\":150}");
      var start = Instant.now();

      assertThat(entra.get(ADMIN, "/me").status()).isEqualTo(200);
      assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void challengeForClaims() {
      fault("{\"claims\":true}");

      var answer = entra.get(ADMIN, "/me");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_claims\"", "claims=\"");
    }

    @Test
    void redirect() {
      fault("{\"status\":307,\"location\":\"http://localhost:1/elsewhere\"}");

      var answer = entra.get(ADMIN, "/me");

      assertThat(answer.status()).isEqualTo(307);
      assertThat(answer.header("Location")).isEqualTo("http://localhost:1/elsewhere");
    }

    @Test
    void replaceBodyAndHeaders() {
      fault("{\"status\":502,\"body\":\"<html>\",\"headers\":{\"Content-Type\":\"text/html\",\"x-extra\":\"1\"}}");

      var answer = entra.get(ADMIN, "/me");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body()).isEqualTo("<html>");
      assertThat(answer.header("Content-Type")).isEqualTo("text/html");
      assertThat(answer.header("x-extra")).isEqualTo("1");
    }

    @Test
    void speakTheDialectOfTheirPath() {
      fault("{\"status\":403,\"times\":2}");

      assertThat(entra.get(ADMIN, "/me").code()).isEqualTo("Authorization_RequestDenied");
      assertThat(entra.get(ADMIN, "/me/authentication/methods").code()).isEqualTo("accessDenied");
    }

    @Test
    void areForgottenOnRequest() {
      fault("{\"status\":500,\"times\":9}");

      assertThat(entra.control("DELETE", "/faults", "").status()).isEqualTo(204);
      assertThat(entra.get(ADMIN, "/me").status()).isEqualTo(200);
    }
  }

  @Nested
  class Requests {

    @Test
    void areThoseOfGraphInOrder() {
      entra.get(ADMIN, "/users/o%27hara@contoso.com?$select=id");
      entra.get("user", Phones.of("megan"));

      assertThat(requests("path")).containsExactly(
        "/v1.0/users/o%27hara@contoso.com",
        "/v1.0/users/megan@contoso.com/authentication/phoneMethods"
      );
      assertThat(requests("status")).containsExactly("200", "403");
      assertThat(requests("method")).containsOnly("GET");
      assertThat(requests("at")).allSatisfy(at -> assertThat(Instant.parse(at)).isBefore(Instant.now()));
    }

    @Test
    void sayWhoAskedAndUnderWhichId() {
      entra.graph("GET", "/me", entra.graphToken(ADMIN), "", "mine");
      entra.graph("DELETE", Phones.of("megan") + Phones.MOBILE, entra.graphToken(ADMIN), "", "other");

      assertThat(requests("clientRequestId")).containsExactly("mine", "other");
      assertThat(requests("by")).containsOnly("a0000000-0000-4000-8000-000000000002");
    }

    @Test
    void areForgottenOnRequest() {
      entra.get(ADMIN, "/me");

      assertThat(entra.control("DELETE", "/requests", "").status()).isEqualTo(204);
      assertThat(requests("path")).isEmpty();
    }
  }

  @Nested
  class Reset {

    @Test
    void restoresMethodsConsentAndCalm() {
      entra.delete(ADMIN, Phones.of("megan") + Phones.MOBILE);
      entra.control("POST", "/consent", "{\"delegated\":[\"User.Read\"],\"application\":[]}");
      fault("{\"status\":500}");

      assertThat(entra.control("POST", "/reset", "").status()).isEqualTo(204);

      assertThat(requests("path")).isEmpty();
      assertThat(entra.get(ADMIN, Phones.of("megan")).values("phoneNumber")).containsExactly("+1 2065550101");
    }
  }

  @Nested
  class Users {

    @Test
    void areAtLeastAThousand() {
      var users = entra.control("GET", "/users", "").json();

      assertThat(users.size()).isGreaterThanOrEqualTo(1_000);
      assertThat(users.valueStream().map(user -> user.path("userPrincipalName").asString()))
        .doesNotHaveDuplicates()
        .contains(
          "kim@contoso.com",
          "adele@contoso.com",
          "ext_user_fabrikam.com#EXT#@contoso.com",
          "avery@contoso.com"
        );
    }
  }

  @Nested
  class MalformedInput {

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "/faults | {",
        "/faults | {\"status\":\"many\"}",
        "/faults | {\"typo\":1}",
        "/faults | []",
        "/faults | null",
        "/faults | {\"status\":99}",
        "/faults | {\"times\":-1}",
        "/faults | {\"delayMs\":-1}",
        "/faults | {\"skip\":-1}",
        "/faults | {\"lateMs\":-1,\"status\":504}",
        "/faults | {\"lateMs\":10}",
        "/faults | {\"lateMs\":10,\"truncate\":true}",
        "/faults | {\"lateMs\":10,\"status\":504,\"apply\":true}",
        "/faults | {\"lateMs\":10,\"status\":504,\"target\":\"login\"}",
        "/faults | {\"mask\":true,\"target\":\"login\"}",
        "/faults | {\"hang\":true,\"drop\":true}",
        "/faults | {\"hang\":true,\"truncate\":true}",
        "/faults | {\"hang\":\"long\"}",
        "/faults | {\"meanwhile\":{}}",
        "/faults | {\"meanwhile\":{\"when\":\"later\",\"method\":\"POST\",\"path\":\"/users/x/authentication/phoneMethods\"}}",
        "/faults | {\"meanwhile\":{\"when\":\"after\",\"method\":\"GET\",\"path\":\"/users/x/authentication/phoneMethods\"}}",
        "/faults | {\"meanwhile\":{\"when\":\"after\",\"method\":\"DELETE\",\"path\":\"/users/x\"}}",
        "/faults | {\"meanwhile\":{\"when\":\"after\",\"method\":\"POST\",\"path\":\"/users/x/authentication/phoneMethods\",\"body\":[]}}",
        "/throttling | null",
        "/throttling | {}",
        "/throttling | {\"profile\":\"some\"}",
        "/throttling | {\"profile\":\"reports\",\"tenantSize\":\"tiny\"}",
        "/throttling | {\"profile\":\"reports\",\"reports\":0}",
        "/throttling | {\"profile\":\"reports\",\"windowMs\":-5}",
        "/consent | null",
        "/consent | {}",
        "/consent | nonsense",
        "/certificates | {\"pem\":\"nonsense\"}",
        "/certificates | {}",
        "/personas/user/token | {",
      }
    )
    void isRefused(String path, String body) {
      var answer = entra.control("POST", path, body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("error").isString()).isTrue();
      assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void includesUnknownAddresses() {
      assertThat(entra.control("GET", "/nonsense", "").status()).isEqualTo(404);
    }
  }

  @Test
  void leavesNoCertificateBehind() {
    var sandbox = Sandbox.start(SandboxSettings.onFreePorts());
    assertThat(sandbox.trustedCertificate()).exists();

    sandbox.close();

    assertThat(Files.exists(sandbox.trustedCertificate())).isFalse();
  }

  @Test
  void makesANewSecretAtEachStart() {
    try (var other = Sandbox.start(SandboxSettings.onFreePorts())) {
      assertThat(other.clientSecret()).isNotEqualTo(entra.sandbox().clientSecret());
    }
  }
}
