package dev.authmethods.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.LocalEntra;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft Graph: tokens, headers and the form of errors. */
class GraphTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  @Nested
  class Tokens {

    @ParameterizedTest
    @ValueSource(strings = { "", "Bearer", "Bearer ", "Basic abc" })
    void areNeeded(String authorization) {
      var headers = authorization.isEmpty() ? Map.<String, String>of() : Map.of("Authorization", authorization);

      var answer = entra.call("GET", entra.sandbox().graphEndpoint() + "/me", "", headers);

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("InvalidAuthenticationToken");
      assertThat(answer.json().at("/error/message").asString()).isEqualTo("Access token is empty.");
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nonsense", "eyJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ." })
    void areSigned(String token) {
      assertThat(entra.graph("GET", "/me", token, "").status()).isEqualTo(401);
    }

    @Test
    void areForGraph() {
      var answer = entra.graph("GET", "/me", entra.gatewayToken("user", "{}"), "");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().at("/error/message").asString()).endsWith("Invalid audience.");
    }

    @Test
    void areOfTheRightIssuer() {
      var token = entra.gatewayToken("user", "{\"aud\":\"https://graph.microsoft.com\"}");

      assertThat(entra.graph("GET", "/me", token, "").json().at("/error/message").asString()).endsWith(
        "Invalid issuer."
      );
    }

    @Test
    void runOut() {
      var answer = entra.graph("GET", "/me", entra.gatewayToken("user", "{\"exp\":1000}"), "");

      assertThat(answer.json().at("/error/message").asString()).isEqualTo(
        "Lifetime validation failed, the token is expired."
      );
    }
  }

  @Nested
  class Headers {

    @Test
    void areOnEveryAnswer() {
      var answer = entra.get("user", "/me");

      assertThat(answer.header("request-id")).isNotEmpty().isEqualTo(answer.header("client-request-id"));
      assertThat(answer.header("x-ms-ags-diagnostic")).contains("ServerInfo");
      assertThat(answer.header("OData-Version")).isEqualTo("4.0");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.header("Content-Type")).startsWith("application/json;odata.metadata=minimal");
      assertThat(answer.header("Date")).isNotEmpty();
    }

    @Test
    void echoTheIdOfTheClient() {
      var headers = Map.of("Authorization", "Bearer " + entra.graphToken("user"), "client-request-id", "mine");

      var answer = entra.call("GET", entra.sandbox().graphEndpoint() + "/users/nobody", "", headers);

      assertThat(answer.header("client-request-id")).isEqualTo("mine");
      assertThat(answer.header("request-id")).isNotEqualTo("mine");
      assertThat(answer.json().at("/error/innerError/client-request-id").asString()).isEqualTo("mine");
      assertThat(answer.json().at("/error/innerError/date").asString()).matches(
        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"
      );
    }
  }

  @Nested
  class Addresses {

    @Test
    void belongToOneVersion() {
      var token = Map.of("Authorization", "Bearer " + entra.graphToken("user"));
      var beta = entra.sandbox().graphEndpoint().resolve("/beta/me").toString();

      assertThat(entra.call("GET", beta, "", token).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/groups", "/users/kim@contoso.com/calendar", "/directoryObjects/validateProperties" })
    void areNotAllKnown(String path) {
      assertThat(entra.get("user", path).code()).isEqualTo("BadRequest");
    }

    @Test
    void takeOnlyTheirVerbs() {
      assertThat(entra.delete("user", "/users/kim@contoso.com").code()).isEqualTo("Request_BadRequest");
      assertThat(entra.get("user", "/directoryObjects/getByIds").status()).isEqualTo(405);
    }
  }
}
