package dev.authmethods.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.OnBehalfOfCredentialBuilder;
import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.SdkCredentials;
import dev.authmethods.sandbox.http.JsonTree;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library with which the gateway gets its tokens, against the sandbox. */
class AzureIdentityTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  private static <T extends AadCredentialBuilderBase<T>> T ready(T builder) {
    return SdkCredentials.signingInTo(entra, builder);
  }

  private static String token(TokenCredential credential) {
    return credential.getTokenSync(new TokenRequestContext().addScopes(LocalEntra.DEFAULT_SCOPE)).getToken();
  }

  private static Object claim(String token, String name) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet().getClaim(name);
  }

  private static String federatedToken() {
    return entra.control("POST", "/federated-token", "").json().path("token").stringValue();
  }

  private static X509Bundle registeredCertificate() throws Exception {
    var certificate = new CertificateBuilder()
      .subject("CN=gateway")
      .setIsCertificateAuthority(true)
      .rsa2048()
      .buildSelfSigned();
    var body = JsonTree.object().put("pem", certificate.getCertificatePEM());
    assertThat(entra.control("POST", "/certificates", body.toString()).status()).isEqualTo(204);
    return certificate;
  }

  @Test
  void actsOnBehalfOfAUserWithASecret() throws Exception {
    var credential = ready(new OnBehalfOfCredentialBuilder())
      .clientSecret(entra.sandbox().clientSecret())
      .userAssertion(entra.gatewayToken("auth-admin", "{}"))
      .build();

    var token = token(credential);

    assertThat(claim(token, "upn")).isEqualTo("avery@contoso.com");
    assertThat(entra.graph("GET", "/me", token, "").status()).isEqualTo(200);
  }

  @Test
  void actsOnBehalfOfAUserWithAFederatedToken() throws Exception {
    var credential = ready(new OnBehalfOfCredentialBuilder())
      .clientAssertion(AzureIdentityTests::federatedToken)
      .userAssertion(entra.gatewayToken("user", "{}"))
      .build();

    assertThat(claim(token(credential), "upn")).isEqualTo("uma@contoso.com");
  }

  @Test
  void actsOnBehalfOfNobodyElse() throws Exception {
    var credential = ready(new OnBehalfOfCredentialBuilder())
      .clientSecret(entra.sandbox().clientSecret())
      .userAssertion(entra.gatewayToken("foreign", "{}"))
      .build();

    assertThatThrownBy(() -> token(credential)).hasStackTraceContaining("AADSTS50013");
  }

  @Test
  void actsForItselfWithASecret() throws Exception {
    var credential = ready(new ClientSecretCredentialBuilder()).clientSecret(entra.sandbox().clientSecret()).build();

    assertThat(claim(token(credential), "idtyp")).isEqualTo("app");
  }

  @Test
  void doesNotActWithAWrongSecret() throws Exception {
    var credential = ready(new ClientSecretCredentialBuilder()).clientSecret("wrong").build();

    assertThatThrownBy(() -> token(credential)).hasMessageContaining("AADSTS7000215");
  }

  @Test
  void actsForItselfWithARegisteredCertificate() throws Exception {
    var certificate = registeredCertificate();
    var pem = certificate.getPrivateKeyPEM() + certificate.getCertificatePEM();
    var credential = ready(new ClientCertificateCredentialBuilder())
      .pemCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
      .build();

    assertThat(claim(token(credential), "idtyp")).isEqualTo("app");
  }

  @Test
  void actsForItselfWithAFederatedToken() throws Exception {
    var credential = ready(new ClientAssertionCredentialBuilder())
      .clientAssertion(AzureIdentityTests::federatedToken)
      .build();

    assertThat(claim(token(credential), "idtyp")).isEqualTo("app");
  }
}
