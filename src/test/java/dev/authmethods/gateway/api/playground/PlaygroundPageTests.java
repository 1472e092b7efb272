package dev.authmethods.gateway.api.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page to explore the API with, and the introspection that it lives on: both only where they are switched on. */
@GatewayTest
class PlaygroundPageTests {

  private static final int SMALLEST_COMPRESSED = 2048;
  private static final String INTROSPECTION = "{ __schema { queryType { name } } }";

  private final Gateway gateway;

  PlaygroundPageTests(Gateway gateway) {
    this.gateway = gateway;
  }

  private static Reply get(Gateway gateway, String path) {
    return gateway.send(gateway.to(path).GET());
  }

  @Nested
  class WhenItIsOn {

    @ParameterizedTest
    @ValueSource(
      strings = { "/", "/playground", "/playground/", "/playground/index.html", "/playground/settings.json" }
    )
    void itMayAskNoOtherHost(String path) {
      var reply = get(gateway, path);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Security-Policy"))
        .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'", "script-src 'self'")
        .doesNotContain("http:", "https:", "*", "unsafe-eval");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void itsPageLoadsNothingFromElsewhere() {
      var page = get(gateway, "/");
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).doesNotContainPattern("(?:src|href)=\"(?:https?:)?//");
    }

    /** The page that a build without Node leaves links to nothing, and so has nothing to keep. */
    @Test
    void onlyFilesWhoseNamesChangeWithTheirContentAreKeptForEver() {
      var links = Pattern.compile("(?:src|href)=\"(/playground/[^\"]+)\"").matcher(get(gateway, "/").text()).results();
      assertThat(links.map(link -> link.group(1))).allSatisfy(path ->
        assertThat(get(gateway, path).header("Cache-Control").contains("immutable")).isEqualTo(
          path.contains("/assets/")
        )
      );
      assertThat(get(gateway, "/playground/index.html").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void itsSettingsAreThePathsItNeedsAndNoMore() {
      var settings = get(gateway, "/playground/settings.json");
      assertThat(settings.header("Content-Type")).startsWith("application/json");
      assertThat(settings.textAt("/graphqlPath")).isEqualTo("/graphql");
      assertThat(settings.textAt("/sandboxPath")).isEqualTo("/sandbox");
      assertThat(settings.json().propertyNames()).containsExactly(
        "graphqlPath",
        "sandboxPath",
        "clientId",
        "authority",
        "tenantId",
        "scope"
      );
    }

    /** The build leaves smaller files as they are. The page that a build without Node leaves has no such file. */
    @ParameterizedTest
    @CsvSource({ "br, br", "gzip, gzip", "'gzip, br', br", "identity, ''" })
    void itsFilesComeAsTheClientTakesThem(String accepted, String coding) {
      assertThat(assets()).allSatisfy(path -> {
        var reply = gateway.send(gateway.to(path).header("Accept-Encoding", accepted).GET());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Encoding")).isEqualTo(coding);
        assertThat(reply.header("Vary")).contains("Accept-Encoding");
        assertThat(reply.header("Content-Type")).matches("text/(?:javascript|css).*");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Cache-Control")).contains("immutable");
      });
    }

    @Test
    void noFileIsServedAsItIsStored() {
      assertThat(assets()).allSatisfy(path -> assertThat(get(gateway, path + ".br").status()).isEqualTo(404));
    }

    private List<String> assets() {
      var links = Pattern.compile("(?:src|href)=\"(/playground/assets/[^\"]+[.](?:js|css))\"").matcher(
        get(gateway, "/").text()
      );
      return links
        .results()
        .map(link -> link.group(1))
        .filter(path -> get(gateway, path).text().length() >= SMALLEST_COMPRESSED)
        .toList();
    }

    @Test
    void theAddressThatTheHelpDeskHadBeforeLeadsToIt() {
      var reply = get(gateway, "/playground/form.html");
      assertThat(reply.status()).isEqualTo(308);
      assertThat(reply.header("Location")).isEqualTo("/playground/desk.html");
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "/playground/nothing.js", "/playground/../application.yaml", "/playground/%2e%2e/application.yaml" }
    )
    void itServesNoOtherFile(String path) {
      var reply = get(gateway, path);
      assertThat(reply.status()).isIn(400, 401, 404);
      assertThat(reply.text()).doesNotContain("spring:", "gateway.entra");
    }

    @Test
    void introspectionAnswers() {
      var reply = gateway.as("auth-admin", INTROSPECTION);
      assertThat(reply.textAt("/data/__schema/queryType/name")).as(reply.text()).isEqualTo("Query");
    }
  }

  @Nested
  @GatewayTest("gateway.playground.client-id=d2f8a6b3-94c1-4e57-a0d6-718b3c5e9f42")
  class WhenItHasARegistration {

    private final Gateway signingIn;

    WhenItHasARegistration(Gateway signingIn) {
      this.signingIn = signingIn;
    }

    @Test
    void itMayAskTheLoginTooAndNoOtherHost() {
      var login = get(signingIn, "/playground/settings.json").textAt("/authority").replaceFirst("(?<=\\d)/.*", "");
      assertThat(login).matches("https://localhost:\\d+");
      assertThat(get(signingIn, "/").header("Content-Security-Policy"))
        .contains("connect-src 'self' " + login + ";")
        .doesNotContain("frame-src", "*");
    }

    @Test
    void itsSettingsSayHowToSignIn() {
      var settings = get(signingIn, "/playground/settings.json");
      assertThat(settings.textAt("/clientId")).isEqualTo("d2f8a6b3-94c1-4e57-a0d6-718b3c5e9f42");
      assertThat(settings.textAt("/authority")).endsWith("/" + settings.textAt("/tenantId"));
      assertThat(settings.textAt("/scope")).isEqualTo("api://c7b5e1d4-0f92-4a6b-b83d-5e216f9a7c08/access_as_user");
      assertThat(settings.text()).doesNotContain("secret");
    }
  }

  /** As in production, introspection is off where the playground is. */
  @Nested
  @GatewayTest({ "gateway.api.introspection=false", "gateway.playground.enabled=false" })
  class WhenItIsOff {

    private final Gateway closed;

    WhenItIsOff(Gateway closed) {
      this.closed = closed;
    }

    @ParameterizedTest
    @ValueSource(
      strings = { "/", "/playground", "/playground/", "/playground/index.html", "/playground/settings.json" }
    )
    void itIsNotThere(String path) {
      var reply = get(closed, path);
      assertThat(reply.status()).isIn(401, 404);
      assertThat(reply.text()).doesNotContain("<html", "graphqlPath");
    }

    @Test
    void aTypingErrorIsNotAnsweredWithNamesThatExist() {
      var reply = closed.as("auth-admin", "{ viewr { objectId } }");
      assertThat(reply.text()).doesNotContain("viewer", "Did you mean");
    }
  }

  @Nested
  class EveryAnswer {

    @ParameterizedTest
    @ValueSource(strings = { "{ viewer { objectId } }", "{ nothing }" })
    void isKeptByNobodyAndGuessedByNobody(String document) {
      var reply = gateway.as("auth-admin", document, Map.of());
      assertThat(reply.header("Cache-Control")).contains("no-store");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isForNoOtherOrigin() {
      var preflight = gateway
        .to("/graphql")
        .header("Origin", "https://evil.example.com")
        .header("Access-Control-Request-Method", "POST")
        .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody());
      var reply = gateway.send(preflight);
      assertThat(reply.status()).isGreaterThanOrEqualTo(400);
      assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Nested
  class Health {

    @ParameterizedTest
    @ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness" })
    void isOpenAndSaysNoMore(String path) {
      var reply = get(gateway, path);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.textAt("/status")).isEqualTo("UP");
      assertThat(reply.text()).doesNotContain("components", "details");
    }
  }
}
