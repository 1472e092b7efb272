package dev.authmethods.sandbox.login;

import static dev.authmethods.sandbox.fixtures.LocalEntra.with;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft identity platform: OAuth 2.0 authorization code flow with PKCE, for single-page applications. */
class SignInTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  private static final String ORIGIN = "http://localhost:8080";
  private static final String REDIRECT_URI = ORIGIN + "/playground/redirect.html";
  private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123456789";
  private static final String CHALLENGE_CLAIMS = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";

  private static String gatewayScope() {
    return "api://" + entra.sandbox().clientId() + "/access_as_user";
  }

  private static Map<String, String> request() {
    return Map.of(
      "client_id",
      entra.sandbox().playgroundClientId(),
      "response_type",
      "code",
      "response_mode",
      "fragment",
      "redirect_uri",
      REDIRECT_URI,
      "scope",
      "openid profile offline_access " + gatewayScope(),
      "state",
      "the state",
      "nonce",
      "the nonce",
      "code_challenge",
      challengeOf(VERIFIER),
      "code_challenge_method",
      "S256"
    );
  }

  private static String challengeOf(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static String login(String path) {
    return entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + path;
  }

  private static String form(Map<String, String> fields) {
    return fields
      .entrySet()
      .stream()
      .filter(field -> !field.getValue().isEmpty())
      .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
      .collect(Collectors.joining("&"));
  }

  /** Opens the page, with parameters changed; empty values are left out. */
  private static Answer open(Map<String, String> changes) {
    return entra.call("GET", login("/oauth2/v2.0/authorize?" + form(with(request(), changes))), "", Map.of());
  }

  /** Sends the form of the page. */
  private static Answer choose(String persona, Map<String, String> changes) {
    var body = form(with(with(request(), changes), Map.of("persona", persona)));
    var headers = Map.of(
      "Content-Type",
      "application/x-www-form-urlencoded",
      "Origin",
      entra.sandbox().authority().toString()
    );
    return entra.call("POST", login("/oauth2/v2.0/authorize"), body, headers);
  }

  /** What the redirect brings to the application. */
  private static Map<String, String> brought(Answer answer) {
    var location = URI.create(answer.header("Location"));
    var text = location.getRawFragment() == null ? location.getRawQuery() : location.getRawFragment();
    var fields = new TreeMap<String, String>();
    for (var pair : text.split("&", -1)) {
      fields.put(pair.replaceFirst("=.*", ""), URLDecoder.decode(pair.replaceFirst("[^=]*=", ""), UTF_8));
    }
    return fields;
  }

  private static String code(String persona) {
    return brought(choose(persona, Map.of())).getOrDefault("code", "");
  }

  private static Answer redeem(String code, Map<String, String> changes) {
    return token(
      with(
        Map.of(
          "grant_type",
          "authorization_code",
          "code",
          code,
          "redirect_uri",
          REDIRECT_URI,
          "code_verifier",
          VERIFIER
        ),
        changes
      )
    );
  }

  private static Answer renew(Answer earlier, Map<String, String> changes) {
    var token = earlier.json().path("refresh_token").asString();
    return token(with(Map.of("grant_type", "refresh_token", "refresh_token", token), changes));
  }

  private static Answer token(Map<String, String> fields) {
    var client = Map.of("client_id", entra.sandbox().playgroundClientId(), "client_info", "1");
    return entra.token(entra.sandbox().tenantId(), with(client, fields), Map.of("Origin", ORIGIN));
  }

  private static JWTClaimsSet claims(Answer answer, String token) throws ParseException {
    return SignedJWT.parse(answer.json().path(token).asString()).getJWTClaimsSet();
  }

  @Nested
  class ThePage {

    @Test
    void offersThePersonasWithoutAScript() {
      var page = open(Map.of());

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.body()).contains("Avery Howard", "parker@contoso.com", "fran@fabrikam.com", "<h1>Sign in</h1>");
      assertThat(page.body()).doesNotContain("<script", "Contoso Daemon");
      assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "form-action 'self' " + ORIGIN, "frame-ancestors 'none'")
        .doesNotContain("unsafe", "script-src");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void putsTheAccountThatIsMeantFirst() {
      assertThat(open(Map.of("login_hint", "robin@contoso.com")).body())
        .containsSubsequence("autofocus", "Robin Kline", "Avery Howard")
        .containsOnlyOnce("autofocus");
    }

    @Test
    void showsNothingOfARequestAsMarkup() {
      var page = open(Map.of("state", "\"><b>bold</b>", "login_hint", "'><i>"));

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("<b>", "<i>").contains("&lt;b&gt;");
    }

    @ParameterizedTest
    @CsvSource({
      "client_id, 00000000-0000-4000-8000-000000000000, 700016",
      "client_id, '', 900144",
      "client_id, c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08, 500113",
      "redirect_uri, '', 900144",
      "redirect_uri, https://evil.example.com/playground/redirect.html, 50011",
      "redirect_uri, http://localhost.evil.example.com/playground/redirect.html, 50011",
      "redirect_uri, http://localhost:8080@evil.example.com/playground/redirect.html, 50011",
      "redirect_uri, http://localhost:8080/playground/other.html, 50011",
      "redirect_uri, http://localhost:8080/playground/redirect.html?more, 50011",
      "redirect_uri, https://localhost:8080/playground/redirect.html, 50011",
    })
    void keepsErrorsToItselfUntilItKnowsTheApplication(String field, String value, int number) {
      var answer = open(Map.of(field, value));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Location")).isEmpty();
      assertThat(answer.body()).contains("AADSTS" + number + ": ");
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "http://localhost/playground/redirect.html", "http://127.0.0.1:19/playground/redirect.html" }
    )
    void knowsARedirectUriOnLoopbackAtAnyPort(String uri) {
      assertThat(open(Map.of("redirect_uri", uri)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "response_type, token, unsupported_response_type, 70005",
      "response_mode, form_post, invalid_request, 70007",
      "code_challenge, '', invalid_request, 9002325",
      "code_challenge, short, invalid_request, 501491",
      "code_challenge_method, plain, invalid_request, 9002325",
      "scope, api://other/access_as_user, invalid_resource, 500011",
      "scope, https://graph.microsoft.com/User.Read, consent_required, 65001",
      "prompt, none, login_required, 50058",
      "prompt, dance, invalid_request, 90023",
      "claims, no JSON, invalid_request, 90023",
    })
    void tellsTheApplicationOtherErrors(String field, String value, String error, int number) {
      var answer = open(Map.of(field, value));

      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("Location")).startsWith(REDIRECT_URI);
      assertThat(brought(answer)).containsEntry("error", error).containsEntry("state", "the state");
      assertThat(brought(answer).get("error_description")).startsWith("AADSTS" + number + ": ");
    }

    @Test
    void asksForAScopeThatThereIs() {
      var answer = open(Map.of("scope", "api://" + entra.sandbox().clientId() + "/other"));

      assertThat(brought(answer).get("error_description")).startsWith("AADSTS650053: ");
    }

    @Test
    void tellsTheApplicationThatNobodySignedIn() {
      assertThat(brought(choose("-", Map.of())))
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");
    }

    @Test
    void letsNobodyInFromAnotherTenant() {
      assertThat(brought(choose("foreign", Map.of())).get("error_description")).startsWith("AADSTS50020: ");
    }

    @Test
    void takesItsFormFromNoOtherSite() {
      var body = form(with(request(), Map.of("persona", "auth-admin")));
      var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", "https://evil.example.com");
      var answer = entra.call("POST", login("/oauth2/v2.0/authorize"), body, headers);

      assertThat(brought(answer)).doesNotContainKey("code").containsKey("error");
    }

    @Test
    void isOfOneTenant() {
      var address = entra.sandbox().authority() + "/fabrikam.com/oauth2/v2.0/authorize?" + form(request());

      assertThat(entra.call("GET", address, "", Map.of()).body()).contains("AADSTS90002: ");
    }
  }

  @Nested
  class ACode {

    @Test
    void bringsTheTokensOfThePersona() throws ParseException {
      var back = choose("auth-admin", Map.of());
      var answer = redeem(brought(back).getOrDefault("code", ""), Map.of());
      var access = claims(answer, "access_token");
      var identity = claims(answer, "id_token");

      assertThat(back.header("Location")).startsWith(REDIRECT_URI + "#");
      assertThat(brought(back)).containsEntry("state", "the state");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("scope").asString()).isEqualTo(gatewayScope());
      assertThat(access.getAudience()).containsExactly(entra.sandbox().clientId());
      assertThat(access.getClaim("azp")).isEqualTo(entra.sandbox().playgroundClientId());
      assertThat(access.getClaim("scp")).isEqualTo("access_as_user");
      assertThat(access.getStringListClaim("amr")).containsExactly("pwd");
      assertThat(identity.getAudience()).containsExactly(entra.sandbox().playgroundClientId());
      assertThat(identity.getClaim("nonce")).isEqualTo("the nonce");
      assertThat(identity.getClaim("oid")).isEqualTo(access.getClaim("oid"));
      assertThat(identity.getClaim("preferred_username")).isEqualTo("avery@contoso.com");
      assertThat(answer.json().path("client_info").asString()).isNotEmpty();
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void comesInTheQueryWhereThatIsAsked() {
      assertThat(choose("auth-admin", Map.of("response_mode", "query")).header("Location")).startsWith(
        REDIRECT_URI + "?code="
      );
    }

    @Test
    void isRedeemedOnce() {
      var code = code("auth-admin");

      assertThat(redeem(code, Map.of()).status()).isEqualTo(200);
      assertThat(redeem(code, Map.of()).number()).isEqualTo(54005);
    }

    @ParameterizedTest
    @CsvSource({
      "code_verifier, another-verifier-of-forty-three-characters-or-more, 400, invalid_grant, 501481",
      "code_verifier, '', 400, invalid_request, 900144",
      "code, another, 400, invalid_grant, 70000",
      "redirect_uri, http://localhost:9999/playground/redirect.html, 400, invalid_client, 500112",
      "client_secret, any, 401, invalid_client, 700025",
      "client_id, 00000000-0000-4000-8000-000000000000, 400, unauthorized_client, 700016",
    })
    void isRedeemedByThePageThatAskedForIt(String field, String value, int status, String error, int number) {
      var answer = redeem(code("auth-admin"), Map.of(field, value));

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().path("error").asString()).isEqualTo(error);
      assertThat(answer.number()).isEqualTo(number);
      assertThat(answer.json().has("access_token")).isFalse();
    }

    @Test
    void isRedeemedByAPageAlone() {
      var fields = Map.of("grant_type", "authorization_code", "code", code("auth-admin"), "code_verifier", VERIFIER);
      var more = Map.of("client_id", entra.sandbox().playgroundClientId(), "redirect_uri", REDIRECT_URI);

      assertThat(entra.token(with(fields, more)).number()).isEqualTo(9002327);
    }

    @Test
    void isNothingForAnApplicationWithASecret() {
      var fields = with(entra.client(), Map.of("grant_type", "authorization_code", "code", code("auth-admin")));
      var answer = entra.token(entra.sandbox().tenantId(), fields, Map.of("Origin", ORIGIN));

      assertThat(answer.number()).isEqualTo(9002326);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void expiresAfterTenMinutes() {
      var code = code("auth-admin");
      entra.control("POST", "/settings", "{\"clockAheadSeconds\": 601}");

      assertThat(redeem(code, Map.of()).number()).isEqualTo(70008);
    }

    @Test
    void carriesTheAuthenticationContextOfAClaimsChallenge() throws ParseException {
      var back = choose("auth-admin", Map.of("claims", CHALLENGE_CLAIMS));
      var access = claims(redeem(brought(back).getOrDefault("code", ""), Map.of()), "access_token");

      assertThat(access.getStringListClaim("acrs")).isEqualTo(List.of("c1"));
      assertThat(access.getStringListClaim("amr")).contains("mfa");
    }

    @Test
    void isReadByNoPageElsewhere() {
      var fields = Map.of("client_id", entra.sandbox().playgroundClientId(), "grant_type", "authorization_code");
      var answer = entra.token(entra.sandbox().tenantId(), fields, Map.of("Origin", "https://evil.example.com"));

      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "client_credentials, 7000218",
      "urn:ietf:params:oauth:grant-type:jwt-bearer, 7000218",
      "password, 70003",
    })
    void isAllThatTheApplicationCanBring(String grant, int number) {
      var fields = Map.of(
        "grant_type",
        grant,
        "scope",
        LocalEntra.DEFAULT_SCOPE,
        "requested_token_use",
        "on_behalf_of"
      );

      assertThat(token(fields).number()).isEqualTo(number);
    }
  }

  @Nested
  class ARefreshToken {

    @Test
    void bringsTokensOfTheSamePersonaAndAnotherRefreshToken() throws ParseException {
      var first = redeem(code("privileged-auth-admin"), Map.of());
      var second = renew(first, Map.of());

      assertThat(second.status()).isEqualTo(200);
      assertThat(claims(second, "access_token").getClaim("oid")).isEqualTo(
        claims(first, "access_token").getClaim("oid")
      );
      assertThat(second.json().path("refresh_token")).isNotEqualTo(first.json().path("refresh_token"));
    }

    @Test
    void isIssuedToThoseWhoAskForIt() {
      var back = choose("auth-admin", Map.of("scope", "openid " + gatewayScope()));
      var answer = redeem(brought(back).getOrDefault("code", ""), Map.of());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().has("refresh_token")).isFalse();
    }

    @Test
    void expiresADayAfterTheSignInHoweverOftenItIsRenewed() {
      var first = redeem(code("auth-admin"), Map.of());
      entra.control("POST", "/settings", "{\"clockAheadSeconds\": 86000}");
      var second = renew(first, Map.of());
      entra.control("POST", "/settings", "{\"clockAheadSeconds\": 86500}");

      assertThat(second.status()).isEqualTo(200);
      assertThat(renew(second, Map.of()).number()).isEqualTo(700084);
    }

    @Test
    void endsWithTheSessionsOfItsUser() {
      var first = redeem(code("auth-admin"), Map.of());
      entra.control("POST", "/settings", "{\"clockAheadSeconds\": 5}");
      entra.post("privileged-auth-admin", "/users/avery@contoso.com/revokeSignInSessions", "");

      assertThat(renew(first, Map.of()).number()).isEqualTo(50173);
    }

    @Test
    void doesNotAnswerAClaimsChallenge() {
      var answer = renew(redeem(code("auth-admin"), Map.of()), Map.of("claims", CHALLENGE_CLAIMS));

      assertThat(answer.json().path("error").asString()).isEqualTo("interaction_required");
      assertThat(answer.json().path("claims").asString()).isEqualTo(CHALLENGE_CLAIMS);
    }
  }

  @Nested
  class SigningOut {

    @Test
    void goesBackToTheApplication() {
      var query = "?state=the+state&post_logout_redirect_uri=" + URLEncoder.encode(REDIRECT_URI, UTF_8);
      var answer = entra.call("GET", login("/oauth2/v2.0/logout" + query), "", Map.of());

      assertThat(answer.header("Location")).isEqualTo(REDIRECT_URI + "?state=the%20state");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "?post_logout_redirect_uri=https://evil.example.com/" })
    void goesNowhereElse(String query) {
      var answer = entra.call("GET", login("/oauth2/v2.0/logout" + query), "", Map.of());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Location")).isEmpty();
      assertThat(answer.body()).contains("You signed out");
    }
  }

  @Nested
  class TheMetadata {

    @Test
    void areReadByAnyPage() {
      var answer = entra.call("GET", login("/v2.0/.well-known/openid-configuration"), "", Map.of("Origin", ORIGIN));

      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
      assertThat(answer.json().path("authorization_endpoint").asString()).endsWith("/oauth2/v2.0/authorize");
      assertThat(answer.json().path("end_session_endpoint").asString()).endsWith("/oauth2/v2.0/logout");
    }

    @ParameterizedTest
    @CsvSource({ "http://localhost:8080, http://localhost:8080", "https://evil.example.com, ''" })
    void sayWhichPagesMayAskForTokens(String origin, String allowed) {
      var headers = Map.of("Origin", origin, "Access-Control-Request-Method", "POST");
      var answer = entra.call("OPTIONS", login("/oauth2/v2.0/token"), "", headers);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(allowed);
    }
  }
}
