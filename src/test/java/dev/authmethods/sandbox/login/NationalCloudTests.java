package dev.authmethods.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox is the cloud for whose Microsoft Graph a client asks a token. */
class NationalCloudTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String CHINA = "https://microsoftgraph.chinacloudapi.cn";

  private static String token(String resource) {
    return entra
      .clientCredentials(Map.of("scope", resource + "/.default"))
      .json()
      .path("access_token")
      .stringValue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com, https://sts.windows.net/",
    "https://graph.microsoft.us, https://sts.windows.net/",
    "https://dod-graph.microsoft.us, https://sts.windows.net/",
    CHINA + ", https://sts.chinacloudapi.cn/",
  })
  void issuesAndTakesItsOwnTokens(String resource, String issuer) throws ParseException {
    var token = token(resource);
    var claims = SignedJWT.parse(token).getJWTClaimsSet();

    assertThat(claims.getAudience()).containsExactly(resource);
    assertThat(claims.getIssuer()).isEqualTo(issuer + entra.sandbox().tenantId() + "/");
    assertThat(entra.graph("GET", Phones.of("megan"), token, "").status()).isEqualTo(200);
  }

  @Test
  void namesScopesByItsOwnResource() {
    var assertion = entra.gatewayToken("user", "{}");
    var scope = "https://graph.microsoft.us/User.Read.All";

    var answer = entra.onBehalfOf(Map.of("assertion", assertion, "scope", scope));

    assertThat(answer.json().path("scope").asString()).isEqualTo(scope);
  }

  @Test
  void mixesNoClouds() {
    var both = "https://graph.microsoft.us/.default https://graph.microsoft.com/.default";

    assertThat(entra.clientCredentials(Map.of("scope", both)).number()).isEqualTo(70011);
  }

  @ParameterizedTest
  @ValueSource(strings = { "methods", "emailMethods", "fido2Methods", "temporaryAccessPassMethods" })
  void hasPhonesAndLittleElseInChina(String collection) {
    var path = "/users/miriam@contoso.com/authentication/" + collection;

    assertThat(entra.graph("GET", path, token(CHINA), "").code()).isEqualTo("BadRequest");
    assertThat(entra.graph("GET", path, token("https://graph.microsoft.us"), "").status()).isEqualTo(200);
  }

  @Test
  void hasNoSignInByTextMessageInChina() {
    var enable = Phones.of("patti") + Phones.MOBILE + "/enableSmsSignIn";

    assertThat(entra.graph("POST", enable, token(CHINA), "").code()).isEqualTo("BadRequest");
    assertThat(entra.graph("POST", enable, token("https://dod-graph.microsoft.us"), "").status()).isEqualTo(204);
  }
}
