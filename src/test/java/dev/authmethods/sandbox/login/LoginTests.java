package dev.authmethods.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.http.JsonTree;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft identity platform: client credentials flow, On-Behalf-Of flow, access tokens. */
class LoginTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static JWTClaimsSet claims(Answer answer) throws ParseException {
    return SignedJWT.parse(answer.json().path("access_token").stringValue()).getJWTClaimsSet();
  }

  static Answer onBehalfOf(String persona, String claims) {
    return entra.onBehalfOf(Map.of("assertion", entra.gatewayToken(persona, claims)));
  }

  @Nested
  class ClientCredentials {

    @Test
    void giveTheApplicationItsRoles() throws ParseException {
      var answer = entra.clientCredentials(Map.of());
      var claims = claims(answer);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3_599);
      assertThat(answer.json().has("refresh_token")).isFalse();
      assertThat(claims.getStringListClaim("roles")).contains("UserAuthenticationMethod.ReadWrite.All");
      assertThat(claims.getClaim("idtyp")).isEqualTo("app");
      assertThat(claims.getClaim("scp")).isNull();
    }

    @Test
    void mayComeInAHeader() {
      var pair = entra.sandbox().clientId() + ":" + entra.sandbox().clientSecret();
      var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      var form = Map.of("grant_type", "client_credentials", "scope", LocalEntra.DEFAULT_SCOPE);

      var answer = entra.token(entra.sandbox().tenantId(), form, Map.of("Authorization", basic));

      assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "client_secret, wrong, 401, invalid_client, 7000215",
      "client_secret, '', 401, invalid_client, 7000218",
      "client_id, 00000000-0000-4000-8000-000000000000, 400, unauthorized_client, 700016",
      "scope, https://graph.microsoft.com/User.Read.All, 400, invalid_scope, 70011",
      "scope, api://other/.default, 400, invalid_scope, 70011",
      "scope, '', 400, invalid_request, 900144",
      "grant_type, password, 400, unsupported_grant_type, 70003",
      "grant_type, '', 400, invalid_request, 900144",
    })
    void areRefusedInOneForm(String field, String value, int status, String error, int number) {
      var answer = entra.clientCredentials(Map.of(field, value));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().path("error").asString()).isEqualTo(error);
      assertThat(answer.number()).isEqualTo(number);
      assertThat(answer.json().path("error_description").asString())
        .startsWith("AADSTS" + number + ": ")
        .contains("Trace ID: ", "Correlation ID: ", "Timestamp: ");
      assertThat(answer.json().propertyNames()).contains("timestamp", "trace_id", "correlation_id");
    }

    @ParameterizedTest
    @ValueSource(
      strings = { ".default", "https://graph.microsoft.com/.Default", "HTTPS://GRAPH.MICROSOFT.COM/.default" }
    )
    void readScopesInAnyCase(String scope) {
      assertThat(entra.clientCredentials(Map.of("scope", scope)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "common, 50059", "Organizations, 50059", "consumers, 90002", "fabrikam.com, 90002" })
    void needATenant(String tenant, int number) {
      var form = LocalEntra.with(entra.client(), Map.of("grant_type", "client_credentials"));

      assertThat(entra.token(tenant, form, Map.of()).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /oauth2/v2.0/token, 400, 900561",
      "PUT, /oauth2/v2.0/token, 400, 900561",
      "POST, /oauth2/v2.0/devicecode, 404, 0",
      "GET, /oauth2/v2.0/devicecode, 404, 0",
    })
    void arePostedToTheirOwnEndpoint(String method, String path, int status, int number) {
      var address = entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + path;

      var answer = entra.call(method, address, "", Map.of());

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
      "https://graph.microsoft.com, 200, 0",
      "https://graph.microsoft.com/, 200, 0",
      "00000003-0000-0000-c000-000000000000, 200, 0",
      "'', 400, 900144",
      "https://vault.azure.net, 400, 70011",
    })
    void nameAResourceAtTheEndpointOfTheFirstVersion(String resource, int status, int number) {
      var form =
        "grant_type=client_credentials&client_id=" +
        entra.sandbox().developerClientId() +
        "&client_secret=" +
        entra.sandbox().developerClientSecret() +
        "&resource=" +
        resource;
      var address = entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + "/oauth2/token";

      var answer = entra.call("POST", address, form, Map.of("Content-Type", "application/x-www-form-urlencoded"));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.number()).isEqualTo(number);
      assertThat(answer.json().path("expires_in").stringValue("")).isEqualTo(status == 200 ? "3599" : "");
      assertThat(answer.json().path("resource").asString()).isEqualTo(status == 200 ? resource : "");
    }

    @Test
    void areRefusedWithABrokenHeader() {
      var form = Map.of("grant_type", "client_credentials", "scope", LocalEntra.DEFAULT_SCOPE);

      var answer = entra.token(entra.sandbox().tenantId(), form, Map.of("Authorization", "Basic %%%"));

      assertThat(answer.number()).isEqualTo(900144);
    }

    @Test
    void knowOneTenant() {
      var answer = entra.token("00000000-0000-4000-8000-000000000000", entra.client(), Map.of());

      assertThat(answer.number()).isEqualTo(90002);
    }
  }

  @Nested
  class OnBehalfOf {

    @Test
    void givesTheUsersTokenForGraph() throws ParseException {
      var answer = onBehalfOf("auth-admin", "{}");
      var claims = claims(answer);

      assertThat(claims.getAudience()).containsExactly("https://graph.microsoft.com");
      assertThat(claims.getIssuer()).isEqualTo("https://sts.windows.net/" + entra.sandbox().tenantId() + "/");
      assertThat(claims.getClaim("ver")).isEqualTo("1.0");
      assertThat(claims.getClaim("appid")).isEqualTo(entra.sandbox().clientId());
      assertThat(claims.getClaim("upn")).isEqualTo("avery@contoso.com");
      assertThat(claims.getStringListClaim("wids")).containsExactly("c4e39bd9-1100-46d3-8c65-fb160da0071f");
      assertThat(claims.getStringClaim("scp").split(" ")).contains("UserAuthenticationMethod.ReadWrite.All");
      assertThat(claims.getClaim("roles")).isNull();
      assertThat(answer.json().path("scope").asString()).contains("https://graph.microsoft.com/User.Read.All");
    }

    @Test
    void givesJustTheScopesThatWereAsked() throws ParseException {
      var scope = "https://graph.microsoft.com/User.Read.All openid profile offline_access";
      var assertion = entra.gatewayToken("user", "{}");

      var answer = entra.onBehalfOf(Map.of("scope", scope, "assertion", assertion));

      assertThat(claims(answer).getClaim("scp")).isEqualTo("User.Read.All");
    }

    @ParameterizedTest
    @CsvSource(
      delimiter = '|',
      value = {
        "user | {\"aud\":\"https://graph.microsoft.com\"} | 500131",
        "user | {\"aud\":[\"c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08\",\"other\"]} | 500131",
        "user | {\"exp\":1000} | 500133",
        "user | {\"scp\":null} | 7000114",
        "user | {\"oid\":\"00000000-0000-4000-8000-000000000000\"} | 50034",
        "app | {} | 7000114",
        "foreign | {} | 50013",
      }
    )
    void refusesAssertionsOfTheWrongKind(String persona, String claims, int number) {
      var answer = onBehalfOf(persona, claims);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("error").asString()).isEqualTo("invalid_grant");
      assertThat(answer.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({ "user.read.all", "USER.READ.ALL openid Offline_Access", "HTTPS://Graph.Microsoft.com/User.read.All" })
    void readsNamesOfPermissionsInAnyCase(String scope) {
      var form = Map.of("assertion", entra.gatewayToken("user", "{}"), "scope", scope);

      assertThat(entra.onBehalfOf(form).json().path("scope").asString()).isEqualTo(
        "https://graph.microsoft.com/User.Read.All"
      );
    }

    @Test
    void refusesAllPermissionsTogetherWithSome() {
      var form = Map.of(
        "assertion",
        entra.gatewayToken("user", "{}"),
        "scope",
        LocalEntra.DEFAULT_SCOPE + " User.Read"
      );

      assertThat(entra.onBehalfOf(form).number()).isEqualTo(70011);
    }

    @Test
    void refusesWhatItDidNotSign() {
      var forged = entra.gatewayToken("user", "{}").replaceFirst("\\.[^.]+$", ".AAAA");

      assertThat(entra.onBehalfOf(Map.of("assertion", forged)).number()).isEqualTo(50013);
    }

    @Test
    void refusesItsOwnResult() {
      assertThat(entra.onBehalfOf(Map.of("assertion", entra.graphToken("user"))).number()).isEqualTo(500131);
    }

    @ParameterizedTest
    @CsvSource({
      "https://graph.microsoft.com/Mail.Read, 65001",
      "api://other/Thing.Do, 70011",
      "Mail.Read, 65001",
      "https://vault.azure.net/.default, 70011",
    })
    void refusesScopesNotConsented(String scope, int number) {
      var assertion = entra.gatewayToken("user", "{}");

      assertThat(entra.onBehalfOf(Map.of("assertion", assertion, "scope", scope)).number()).isEqualTo(number);
    }

    @Test
    void needsItsFields() {
      var assertion = entra.gatewayToken("user", "{}");

      assertThat(entra.onBehalfOf(Map.of()).number()).isEqualTo(900144);
      assertThat(entra.onBehalfOf(Map.of("assertion", assertion, "requested_token_use", "other")).number()).isEqualTo(
        900144
      );
    }
  }

  @Nested
  class Metadata {

    @Test
    void namesIssuerKeysAndTokenEndpoint() {
      var tenant = entra.sandbox().authority() + "/" + entra.sandbox().tenantId();

      var json = get("/v2.0/.well-known/openid-configuration").json();

      assertThat(json.path("issuer").asString()).isEqualTo(tenant + "/v2.0");
      assertThat(json.path("token_endpoint").asString()).isEqualTo(tenant + "/oauth2/v2.0/token");
      assertThat(json.path("jwks_uri").asString()).isEqualTo(tenant + "/discovery/v2.0/keys");
    }

    @Test
    void publishesNoPrivateKey() {
      var key = get("/discovery/v2.0/keys").json().at("/keys/0");

      assertThat(key.path("kty").asString()).isEqualTo("RSA");
      assertThat(key.propertyNames()).contains("n", "e", "kid").doesNotContain("d", "p", "q");
    }

    @Test
    void isOfOneTenant() {
      assertThat(
        entra.call("GET", entra.sandbox().authority() + "/other/discovery/v2.0/keys", "", Map.of()).number()
      ).isEqualTo(90002);
    }

    private static Answer get(String path) {
      var tenant = entra.sandbox().authority() + "/" + entra.sandbox().tenantId();
      return entra.call("GET", tenant + path, "", Map.of());
    }
  }

  @Nested
  class Faults {

    @Test
    void befallTheTokenEndpointOnRequest() {
      entra.control("POST", "/faults", "{\"target\":\"login\",\"status\":503,\"retryAfter\":1}");

      var answer = entra.clientCredentials(Map.of());

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(entra.clientCredentials(Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "7000215, 401, invalid_client",
      "7000222, 401, invalid_client",
      "700016, 400, unauthorized_client",
      "90002, 400, invalid_request",
      "65001, 400, invalid_grant",
      "500133, 400, invalid_grant",
      "50076, 400, interaction_required",
      "53003, 400, interaction_required",
      "70011, 400, invalid_scope",
    })
    void canBeAnyNumberThatEntraDocuments(int number, int status, String error) {
      entra.control("POST", "/faults", "{\"target\":\"login\",\"aadsts\":%d}".formatted(number));

      var answer = entra.clientCredentials(Map.of());

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().path("error").stringValue()).isEqualTo(error);
      assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(number);
      assertThat(answer.json().path("error_description").stringValue()).startsWith("AADSTS" + number + ": ");
      assertThat(entra.clientCredentials(Map.of()).status()).isEqualTo(200);
    }

    @Test
    void canAskForMoreThanWasShown() {
      entra.control("POST", "/faults", "{\"target\":\"login\",\"claims\":true}");

      var answer = onBehalfOf("user", "{}");

      assertThat(answer.json().path("error").asString()).isEqualTo("interaction_required");
      assertThat(JsonTree.read(answer.json().path("claims").asString()).has("access_token")).isTrue();
    }
  }

  @Test
  void keepsAListOfLogins() {
    entra.clientCredentials(Map.of());
    entra.clientCredentials(Map.of("client_secret", "wrong"));

    var logins = entra.control("GET", "/logins", "").json();

    assertThat(
      logins
        .valueStream()
        .map(login -> login.path("result").asString())
        .toList()
    ).isEqualTo(List.of("ok", "error"));
    assertThat(logins.at("/1/error").asString()).isEqualTo("invalid_client");
    assertThat(logins.at("/0/grant_type").asString()).isEqualTo("client_credentials");
  }
}
