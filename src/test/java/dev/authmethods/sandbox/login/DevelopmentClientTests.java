package dev.authmethods.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registration for clients of one's own: what the sandbox's page says of it is so. */
class DevelopmentClientTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String TENANT = "8a1c2f60-5d3e-4b7a-9c41-2f0e6d7b3a15";
  static final String CLIENT = "5f2a9c1e-7d04-4b83-a6e9-3c8b1d70f264";
  static final String SECRET = "sandbox-secret-for-loopback-only";

  private static Answer token(Map<String, String> changes) {
    return entra.clientCredentials(LocalEntra.with(Map.of("client_id", CLIENT, "client_secret", SECRET), changes));
  }

  @Test
  void hasFixedIdsAndAFixedSecret() {
    assertThat(entra.sandbox().tenantId()).isEqualTo(TENANT);
    assertThat(entra.sandbox().developerClientId()).isEqualTo(CLIENT);
    assertThat(entra.sandbox().developerClientSecret()).isEqualTo(SECRET);
  }

  @Test
  void readsAndWritesForItself() {
    var token = token(Map.of()).json().path("access_token").stringValue();

    assertThat(entra.graph("GET", "/users", token, "").status()).isEqualTo(200);
    assertThat(
      entra.graph("POST", Phones.of("kim"), token, Phones.phone("mobile", "+1 2065550199")).status()
    ).isEqualTo(201);
  }

  @Test
  void actsOnBehalfOfAPersonaWhoSignedInToIt() {
    var assertion = entra.gatewayToken("auth-admin", "{\"aud\":\"" + CLIENT + "\"}");
    var changes = Map.of("client_id", CLIENT, "client_secret", SECRET, "assertion", assertion);

    var token = entra.onBehalfOf(changes).json().path("access_token").stringValue();

    assertThat(entra.graph("GET", "/me", token, "").json().path("userPrincipalName").asString()).isEqualTo(
      "avery@contoso.com"
    );
    assertThat(entra.onBehalfOf(Map.of("assertion", assertion)).number()).isEqualTo(500131);
  }

  @Test
  void doesNotOpenTheGatewaysRegistration() {
    assertThat(token(Map.of("client_id", entra.sandbox().clientId())).number()).isEqualTo(7000215);
    assertThat(entra.clientCredentials(Map.of("client_id", CLIENT)).number()).isEqualTo(7000215);
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      ".default",
      "https://graph.microsoft.com/.default",
      "00000003-0000-0000-c000-000000000000/.default",
      "https://localhost/.default",
      "https://localhost:8090/.default",
    }
  )
  void asksForMicrosoftGraph(String scope) {
    assertThat(token(Map.of("scope", scope)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({ "User.Read, 200", "openid User.Read User.Read.All, 200", "Mail.Send, 400" })
  void meansMicrosoftGraphByABareScope(String scope, int status) {
    var assertion = entra.gatewayToken("user", "{\"aud\":\"" + CLIENT + "\"}");
    var changes = Map.of("client_id", CLIENT, "client_secret", SECRET, "assertion", assertion, "scope", scope);

    assertThat(entra.onBehalfOf(changes).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = { "8A1C2F60-5D3E-4B7A-9C41-2F0E6D7B3A15", "contoso.com" })
  void findsItsTenantByAnyOfItsNames(String tenant) {
    var form = Map.of(
      "grant_type",
      "client_credentials",
      "client_id",
      CLIENT,
      "client_secret",
      SECRET,
      "scope",
      ".default"
    );

    assertThat(entra.token(tenant, form, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void findsTheCertificateThatItHasToTrust() throws IOException {
    var pem = entra.control("GET", "/ca.pem", "");

    assertThat(pem.body()).isEqualTo(Files.readString(entra.sandbox().trustedCertificate()));
    assertThat(pem.header("Content-Type")).isEqualTo("application/x-pem-file");
  }

  @ParameterizedTest
  @ValueSource(strings = { "/", "/sandbox", "/sandbox/" })
  void isOnThePageOfTheSandbox(String path) {
    var page = entra.call("GET", entra.sandbox().control().resolve(path).toString(), "", Map.of());

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
      .contains(
        TENANT,
        CLIENT,
        SECRET,
        entra.sandbox().authority() + "/" + TENANT,
        "/sandbox/ca.pem",
        "curl -s --cacert"
      )
      .contains(entra.sandbox().secureGraphEndpoint().toString(), entra.sandbox().graphEndpoint().toString())
      .doesNotContain("{{", entra.sandbox().clientSecret());
  }
}
