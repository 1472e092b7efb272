package dev.authmethods.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.http.JsonTree;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Microsoft identity platform: certificate credentials, workload identity federation. */
class ClientAssertionTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final X509Bundle REGISTERED = certificate();
  static final X509Bundle STRANGE = certificate();

  @BeforeAll
  static void register() {
    var body = JsonTree.object().put("pem", REGISTERED.getCertificatePEM());
    entra.control("POST", "/certificates", body.toString());
  }

  @Nested
  class OfACertificate {

    @Test
    void areAccepted() throws JOSEException {
      assertThat(send(signed(REGISTERED, REGISTERED, claims())).status()).isEqualTo(200);
    }

    @Test
    void areAcceptedForTheIssuerToo() throws JOSEException {
      var issuer = entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + "/v2.0";

      assertThat(send(signed(REGISTERED, REGISTERED, claims().audience(issuer))).status()).isEqualTo(200);
    }

    @Test
    void needARegisteredOne() throws JOSEException {
      assertThat(send(signed(STRANGE, STRANGE, claims())).number()).isEqualTo(700027);
    }

    @Test
    void needItsSignature() throws JOSEException {
      assertThat(send(signed(REGISTERED, STRANGE, claims())).number()).isEqualTo(700027);
    }

    @Test
    void areForTheTokenEndpoint() throws JOSEException {
      var elsewhere = claims().audience("https://login.microsoftonline.com/common/oauth2/v2.0/token");

      assertThat(send(signed(REGISTERED, REGISTERED, elsewhere)).number()).isEqualTo(700023);
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void areTheClientsOwn(Party party) throws JOSEException {
      var ofAnother = claims().claim(party.claim, "00000000-0000-4000-8000-000000000000");

      assertThat(send(signed(REGISTERED, REGISTERED, ofAnother)).number()).isEqualTo(700021);
    }

    @Test
    void runOut() throws JOSEException {
      var expired = claims().expirationTime(Date.from(Instant.ofEpochSecond(1_000)));

      assertThat(send(signed(REGISTERED, REGISTERED, expired)).number()).isEqualTo(700024);
    }
  }

  @Nested
  class OfTheFederatedIssuer {

    @Test
    void areAccepted() {
      var token = entra.control("POST", "/federated-token", "").json().path("token").asString();

      assertThat(send(token).status()).isEqualTo(200);
    }

    @Test
    void needItsSignature() throws JOSEException {
      var forged = claims().issuer("https://issuer.contoso.com").audience("api://AzureADTokenExchange");

      assertThat(send(signed(REGISTERED, REGISTERED, forged)).number()).isEqualTo(700027);
    }
  }

  @Nested
  class OfNobody {

    @Test
    void areRefused() {
      assertThat(send(entra.gatewayToken("user", "{}")).number()).isEqualTo(700027);
      assertThat(send("nonsense").number()).isEqualTo(50027);
    }
  }

  enum Party {
    ISSUER("iss"),
    SUBJECT("sub");

    private final String claim;

    Party(String claim) {
      this.claim = claim;
    }
  }

  private static X509Bundle certificate() {
    try {
      return new CertificateBuilder().subject("CN=gateway").setIsCertificateAuthority(true).rsa2048().buildSelfSigned();
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static JWTClaimsSet.Builder claims() {
    var client = entra.sandbox().clientId();
    var endpoint = entra.sandbox().authority() + "/" + entra.sandbox().tenantId() + "/oauth2/v2.0/token";
    var expires = Date.from(Instant.now().plusSeconds(60));
    return new JWTClaimsSet.Builder().issuer(client).subject(client).audience(endpoint).expirationTime(expires);
  }

  private static String signed(X509Bundle named, X509Bundle signing, JWTClaimsSet.Builder claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.PS256)
      .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(named.getCertificate()))
      .build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(signing.getKeyPair().getPrivate()));
    return token.serialize();
  }

  private static Answer send(String assertion) {
    var type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    return entra.clientCredentials(
      Map.of("client_secret", "", "client_assertion", assertion, "client_assertion_type", type)
    );
  }
}
