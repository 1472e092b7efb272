package dev.authmethods.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import dev.authmethods.gateway.fixtures.TokenForge;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is let in, each check by a token that is right in everything else. Every refused request brings a document that cannot be
 * parsed: the refusal comes before anybody looks at it. Source: Microsoft Entra, claims validation.
 */
@GatewayTest
class AccessTokenTests {

  private static final String FABRIKAM = "4e7d9b02-61fa-4c38-8d25-b90c1e5f7a64";
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String UNPARSABLE = "{\"query\": \"{ viewer {\"}";
  private static final String VIEWER = "{ viewer { objectId } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;

  AccessTokenTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
  }

  @AfterEach
  void nothingWasAskedOfMicrosoft() {
    assertThat(sandbox.requests()).isEmpty();
    assertThat(sandbox.logins()).isEmpty();
  }

  private void assertRefused(String token) {
    assertInvalid(gateway.post(token, UNPARSABLE));
  }

  private static void assertInvalid(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    assertToldNoMore(reply, "UNAUTHENTICATED");
  }

  private static void assertInvalid(Reply reply, String description) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(
      "Bearer error=\"invalid_token\", error_description=\"" + description + "\""
    );
    assertToldNoMore(reply, "UNAUTHENTICATED");
  }

  private static void assertInsufficient(Reply reply) {
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo(
      "Bearer error=\"insufficient_scope\", scope=\"access_as_user\""
    );
    assertToldNoMore(reply, "INSUFFICIENT_SCOPE");
  }

  private static void assertToldNoMore(Reply reply, String code) {
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo(code);
    assertThat(reply.text()).doesNotContain("data", "InvalidSyntax");
  }

  private void assertExpired(String token) {
    assertInvalid(gateway.post(token, UNPARSABLE), "The access token expired");
  }

  private void assertForAnother(String token) {
    assertInvalid(gateway.post(token, UNPARSABLE), "The access token is for another audience");
  }

  private static void assertWithoutToken(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UNAUTHENTICATED");
  }

  private static void assertLetIn(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.textAt("/data/viewer/objectId")).isNotEmpty();
  }

  private String with(String claim, Object value) {
    return sandbox.token("auth-admin", Map.of(claim, value));
  }

  private String without(String... claims) {
    var removed = new HashMap<String, Object>();
    Arrays.stream(claims).forEach(claim -> removed.put(claim, null));
    return sandbox.token("auth-admin", removed);
  }

  private static long inSeconds(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  private HttpRequest.Builder unparsable() {
    return gateway.to("/graphql").header("Content-Type", "application/json").POST(BodyPublishers.ofString(UNPARSABLE));
  }

  @Test
  void aGoodTokenIsLetIn() {
    assertLetIn(gateway.as("auth-admin", VIEWER));
  }

  @Test
  void aGoodTokenWithAnUnparsableDocumentGetsASyntaxError() {
    var reply = gateway.post(sandbox.token("auth-admin"), UNPARSABLE);
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("GRAPHQL_PARSE_FAILED");
  }

  /** Each spelling would be kept as another caller, until there is no memory left. */
  @ParameterizedTest
  @ValueSource(strings = { "~", "~~", "=", "==", "~=", ".", "A.", "-.", " ", "\t" })
  void aGoodTokenSpelledInAnotherWayIsRefused(String more) {
    var token = sandbox.token("auth-admin");
    assertLetIn(gateway.execute(token, VIEWER, Map.of()));
    assertInvalid(gateway.post(token + more + (more.isBlank() ? "x" : ""), UNPARSABLE));
    assertLetIn(gateway.execute(token, VIEWER, Map.of()));
  }

  @Nested
  class WithoutAToken {

    @Test
    void theAnswerNamesTheSchemeAndNoError() {
      assertWithoutToken(gateway.send(unparsable()));
    }

    @Test
    void anotherSchemeIsNone() {
      assertWithoutToken(gateway.send(unparsable().header("Authorization", "Basic a2ltOnNlY3JldA==")));
    }

    @Test
    void oneInTheQueryIsNone() {
      var query = "/graphql?access_token=" + sandbox.token("auth-admin");
      var request = gateway.to(query).header("Content-Type", "application/json");
      assertWithoutToken(gateway.send(request.POST(BodyPublishers.ofString(UNPARSABLE))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "access_token", "Authorization", "token", "SESSION" })
    void oneInACookieIsNone(String name) {
      assertWithoutToken(gateway.send(unparsable().header("Cookie", name + "=" + sandbox.token("auth-admin"))));
    }

    @Test
    void oneInTheBodyIsNone() {
      var form = "access_token=" + sandbox.token("auth-admin");
      var request = gateway.to("/graphql").header("Content-Type", "application/x-www-form-urlencoded");
      assertWithoutToken(gateway.send(request.POST(BodyPublishers.ofString(form))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/nothing", "/graphiql", "/schema" })
    void everythingElseIsClosed(String path) {
      assertWithoutToken(gateway.send(gateway.to(path).GET()));
    }
  }

  @Nested
  class AnInvalidToken {

    @ParameterizedTest
    @ValueSource(strings = { "x", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9..", "e30.e30.e30", "%00", "null" })
    void isRefused(String garbage) {
      assertRefused(garbage);
    }

    @Test
    void isRefusedAtEveryLength() {
      var reply = gateway.post("g".repeat(10_000), UNPARSABLE);
      assertThat(reply.status()).isIn(401, 431);
    }

    @Test
    void isRefusedAsTheSecondOfTwo() {
      var token = "Bearer " + sandbox.token("auth-admin");
      assertInvalid(gateway.send(unparsable().header("Authorization", token).header("Authorization", token)));
    }
  }

  @Nested
  class TheSignature {

    private final TokenForge stranger = TokenForge.withKey("stranger");

    @Test
    void isRequired() {
      assertRefused(TokenForge.unsigned(sandbox.token("auth-admin")));
    }

    @Test
    void isNotAnHmacWithThePublicKey() {
      var token = sandbox.token("auth-admin");
      assertRefused(TokenForge.signedWithPublicKey(token, sandbox.keys().getKeys().getFirst()));
    }

    @Test
    void isNotThatOfAnotherKeyUnderOurKeysId() {
      var token = sandbox.token("auth-admin");
      assertRefused(stranger.resigned(token, header -> header.keyID(TokenForge.keyOf(token))));
    }

    @Test
    void isNotThatOfAKeyNobodyPublished() {
      assertRefused(stranger.resigned(sandbox.token("auth-admin"), header -> header));
    }

    @Test
    void isNotCheckedWithAKeyTheTokenBrings() {
      var token = sandbox.token("auth-admin");
      assertRefused(stranger.resigned(token, header -> header.jwk(stranger.publicKey())));
    }

    @Test
    void isNotCheckedWithKeysTheTokenPointsTo() {
      var token = sandbox.token("auth-admin");
      assertRefused(stranger.resigned(token, header -> header.jwkURL(URI.create("http://localhost:1/keys"))));
      assertRefused(stranger.resigned(token, header -> header.x509CertURL(URI.create("http://localhost:1/x5u"))));
    }

    @Test
    void coversEveryClaim() {
      var parts = sandbox.token("auth-admin").split("\\.", -1);
      var others = sandbox.token("privileged-auth-admin").split("\\.", -1);
      assertRefused(parts[0] + "." + others[1] + "." + parts[2]);
    }

    @Test
    void isOfAnAccessToken() {
      var token = sandbox.token("auth-admin");
      assertRefused(stranger.resigned(token, header -> header.type(new JOSEObjectType("logout+jwt"))));
    }
  }

  @Nested
  class TheAudience {

    @Test
    void isTheGateway() {
      assertForAnother(with("aud", "11111111-2222-4333-8444-555555555555"));
    }

    @Test
    void isNobodyBesides() {
      assertForAnother(with("aud", List.of(sandbox.running().clientId(), "11111111-2222-4333-8444-555555555555")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000" })
    void isNotMicrosoftGraph(String graph) {
      assertForAnother(with("aud", graph));
    }

    @Test
    void isThere() {
      assertForAnother(without("aud"));
    }
  }

  @Nested
  class TheIssuer {

    @Test
    void isTheTenantsOwn() {
      assertRefused(with("iss", sandbox.running().authority() + "/" + FABRIKAM + "/v2.0"));
      assertRefused(with("iss", sandbox.running().authority() + "/common/v2.0"));
    }

    @Test
    void isNotThatOfVersion1() {
      assertRefused(with("iss", "https://sts.windows.net/" + sandbox.running().tenantId() + "/"));
    }

    @Test
    void isThere() {
      assertRefused(without("iss"));
    }
  }

  @Nested
  class TheVersion {

    @Test
    void isNot1() {
      assertRefused(with("ver", "1.0"));
    }

    @Test
    void isThere() {
      assertRefused(without("ver"));
    }
  }

  @Nested
  class TheTenant {

    @Test
    void isNotAnother() {
      assertRefused(sandbox.token("foreign"));
      assertRefused(with("tid", FABRIKAM));
    }

    @Test
    void isNotThatOfPersonalAccounts() {
      assertRefused(with("tid", PERSONAL_ACCOUNTS));
    }

    @Test
    void isThere() {
      assertRefused(without("tid"));
    }
  }

  @Nested
  class TheLifetime {

    @Test
    void isOverBeyondTheSkewOfTheClocks() {
      assertExpired(endedSecondsAgo(70));
    }

    @Test
    void isNotOverWithinTheSkewOfTheClocks() {
      assertLetIn(gateway.execute(endedSecondsAgo(30), VIEWER, Map.of()));
    }

    @Test
    void endsAlsoForATokenThatWasLetInBefore() {
      var token = endedSecondsAgo(55);
      assertLetIn(gateway.execute(token, VIEWER, Map.of()));
      await().untilAsserted(() -> assertExpired(token));
    }

    private String endedSecondsAgo(long seconds) {
      var begin = inSeconds(-3_600);
      return sandbox.token("auth-admin", Map.of("iat", begin, "nbf", begin, "exp", inSeconds(-seconds)));
    }

    @Test
    void hasBegun() {
      assertRefused(with("nbf", inSeconds(120)));
    }

    @Test
    void hasAnEnd() {
      assertRefused(without("exp"));
    }
  }

  @Nested
  class TheSubject {

    @Test
    void hasAnObjectId() {
      assertRefused(without("oid"));
    }

    @Test
    void hasAnObjectIdThatIsOne() {
      assertRefused(with("oid", "kim@contoso.com"));
    }
  }

  @Nested
  class TheScope {

    @Test
    void isThere() {
      assertRefused(without("scp"));
      assertInsufficient(gateway.post(with("scp", ""), UNPARSABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "User.Read", "access_as_user.all", "access_as", "Access_As_User", "not_access_as_user" })
    void isTheWholeWord(String scope) {
      assertInsufficient(gateway.post(with("scp", scope), UNPARSABLE));
    }

    @Test
    void mayStandAmongOthers() {
      assertLetIn(gateway.execute(with("scp", "User.Read access_as_user"), VIEWER, Map.of()));
    }

    @Test
    void isNotARole() {
      assertRefused(
        sandbox.token("app", Map.of("roles", List.of("access_as_user", "AuthenticationMethods.Manage.All")))
      );
    }
  }

  @Nested
  class AnApplication {

    @Test
    void isNotLetIn() {
      assertRefused(sandbox.token("app"));
    }

    @Test
    void isNotLetInWithTheRoleThatWouldDoElsewhere() {
      assertRefused(sandbox.token("app", Map.of("roles", List.of("AuthenticationMethods.Manage.All"))));
    }

    @Test
    void isNotLetInWithTheScopeOfAUser() {
      assertRefused(sandbox.token("app", Map.of("scp", "access_as_user")));
    }
  }

  @Nested
  @GatewayTest("gateway.access.accept-applications=true")
  class WhenApplicationsAreAccepted {

    private static final List<String> ROLE = List.of("AuthenticationMethods.Manage.All");

    private final Gateway accepting;

    WhenApplicationsAreAccepted(Gateway accepting) {
      this.accepting = accepting;
    }

    @Test
    void oneWithTheRoleIsLetIn() {
      var token = sandbox.token("app", Map.of("roles", List.of("AuthenticationMethods.Manage.All")));
      assertLetIn(accepting.execute(token, VIEWER, Map.of()));
    }

    @Test
    void oneWithAnotherRoleIsNot() {
      assertInvalid(accepting.post(sandbox.token("app"), UNPARSABLE));
    }

    @Test
    void oneWithTheNameOfTheScopeAsItsRoleIsNot() {
      var token = sandbox.token("app", Map.of("roles", List.of("access_as_user")));
      assertInvalid(accepting.post(token, UNPARSABLE));
    }

    @Test
    void oneWithoutRolesIsNot() {
      var roles = new HashMap<String, Object>();
      roles.put("roles", null);
      assertInvalid(accepting.post(sandbox.token("app", roles), UNPARSABLE));
    }

    /** It is for the same audience, and names the same roles. */
    @Test
    void anIdTokenIsNot() {
      var claims = new HashMap<String, Object>(Map.of("roles", ROLE, "nonce", "n"));
      for (var absent : List.of("scp", "azp", "azpacr", "wids")) {
        claims.put(absent, null);
      }
      assertInvalid(accepting.post(sandbox.token("auth-admin", claims), UNPARSABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "user", "device", "APP", "" })
    void oneOfAnotherTypeIsNot(String type) {
      assertInvalid(accepting.post(sandbox.token("app", Map.of("roles", ROLE, "idtyp", type)), UNPARSABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "preferred_username", "name", "email", "upn", "nonce" })
    void oneThatShowsAUserIsNot(String claim) {
      assertInvalid(accepting.post(sandbox.token("app", untyped(claim, "alice@contoso.com")), UNPARSABLE));
    }

    @Test
    void oneWithoutAClientIsNot() {
      assertInvalid(accepting.post(sandbox.token("app", untyped("azp", null)), UNPARSABLE));
    }

    @Test
    void oneThatDoesNotSayWhatItIsIsLetInWhereNothingShowsAUser() {
      assertLetIn(accepting.execute(sandbox.token("app", untyped("uti", "u")), VIEWER, Map.of()));
    }

    private static Map<String, Object> untyped(String claim, @Nullable String value) {
      var claims = new HashMap<String, Object>(Map.of("roles", ROLE));
      claims.put("idtyp", null);
      claims.put(claim, value);
      return claims;
    }

    @Test
    void aUserStillNeedsTheScope() {
      var claims = Map.of("scp", "User.Read", "roles", List.of("AuthenticationMethods.Manage.All"));
      assertInsufficient(accepting.post(sandbox.token("auth-admin", claims), UNPARSABLE));
    }

    @Test
    void aUserWithTheScopeIsLetIn() {
      assertLetIn(accepting.as("auth-admin", VIEWER));
    }
  }

  @Nested
  @GatewayTest("gateway.access.clients=d2f8a6b3-94c1-4e57-a0d6-718b3c5e9f42")
  class WhenClientsAreListed {

    private final Gateway strict;

    WhenClientsAreListed(Gateway strict) {
      this.strict = strict;
    }

    @Test
    void oneOfThemIsLetIn() {
      assertLetIn(strict.as("auth-admin", VIEWER));
    }

    @Test
    void anotherIsNot() {
      assertInvalid(strict.post(with("azp", "11111111-2222-4333-8444-555555555555"), UNPARSABLE));
    }

    @Test
    void oneWithoutANameIsNot() {
      assertInvalid(strict.post(without("azp"), UNPARSABLE));
    }
  }
}
