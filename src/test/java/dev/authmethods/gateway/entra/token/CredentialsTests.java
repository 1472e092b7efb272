package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.json.JsonMapper;

/** How the gateway proves to the login that it is itself, for a caller and as an application. */
@GatewayTest
@CapturesLog
class CredentialsTests {

  private static final String ON_BEHALF_OF = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String PASSWORD = "only for this run";

  private final SandboxControl sandbox;
  private final String token;

  CredentialsTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private Gateway gateway(ActingAs actingAs, String... credential) {
    var settings = Stream.concat(Stream.of("gateway.entra.acting-as=" + actingAs), Stream.of(credential));
    return Gateway.start(sandbox, settings.toArray(String[]::new));
  }

  /** In the place of the secret that the sandbox gives, which is set to nothing for that. */
  private Gateway withoutSecret(ActingAs actingAs, String... credential) {
    var settings = Stream.concat(Stream.of("gateway.entra.credential.client-secret="), Stream.of(credential));
    return gateway(actingAs, settings.toArray(String[]::new));
  }

  private void assertSignsIn(Gateway gateway, ActingAs actingAs) {
    var reply = PhoneWrite.ADD.send(gateway, token);
    assertThat(reply.at(PhoneWrite.ADD.errors()).isArray()).as(reply.text()).isTrue();
    assertThat(reply.listAt(PhoneWrite.ADD.errors())).isEmpty();
    assertThat(sandbox.logins()).allSatisfy(login -> {
      assertThat(login.path("result").asString("")).isEqualTo("ok");
      assertThat(login.path("grant_type").asString("")).isEqualTo(grant(actingAs));
    });
    assertThat(sandbox.logins()).hasSize(1);
  }

  private static String grant(ActingAs actingAs) {
    return actingAs == ActingAs.CALLER ? ON_BEHALF_OF : "client_credentials";
  }

  private X509Bundle registered() throws Exception {
    var certificate = new CertificateBuilder()
      .subject("CN=gateway")
      .algorithm(CertificateBuilder.Algorithm.rsa2048)
      .setIsCertificateAuthority(true)
      .buildSelfSigned();
    var json = new JsonMapper().writeValueAsString(Map.of("pem", certificate.getCertificatePEM()));
    assertThat(sandbox.call("POST", "/certificates", json).status()).isEqualTo(204);
    return certificate;
  }

  @ParameterizedTest
  @EnumSource(ActingAs.class)
  void aSecretWillDo(ActingAs actingAs) {
    try (var gateway = gateway(actingAs)) {
      assertSignsIn(gateway, actingAs);
    }
  }

  @ParameterizedTest
  @EnumSource(ActingAs.class)
  void aCertificateInPemWillDo(ActingAs actingAs, @TempDir Path folder) throws Exception {
    var certificate = registered();
    var file = Files.writeString(
      folder.resolve("gateway.pem"),
      certificate.getPrivateKeyPEM() + certificate.getCertificatePEM()
    );
    try (var gateway = withoutSecret(actingAs, "gateway.entra.credential.certificate=" + file)) {
      assertSignsIn(gateway, actingAs);
    }
  }

  @ParameterizedTest
  @EnumSource(ActingAs.class)
  void aCertificateInPfxWillDo(ActingAs actingAs, @TempDir Path folder) throws Exception {
    var certificate = registered();
    var file = folder.resolve("gateway.pfx");
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
      "gateway",
      certificate.getKeyPair().getPrivate(),
      PASSWORD.toCharArray(),
      certificate.getCertificatePath()
    );
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    var settings = List.of(
      "gateway.entra.credential.certificate=" + file,
      "gateway.entra.credential.certificate-password=" + PASSWORD
    );
    try (var gateway = withoutSecret(actingAs, settings.toArray(String[]::new))) {
      assertSignsIn(gateway, actingAs);
    }
  }

  @ParameterizedTest
  @EnumSource(ActingAs.class)
  void aFederatedTokenWillDo(ActingAs actingAs, @TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("token"), federatedToken() + "\n");
    try (var gateway = withoutSecret(actingAs, "gateway.entra.credential.federated-token-file=" + file)) {
      assertSignsIn(gateway, actingAs);
    }
  }

  @Test
  void aFederatedTokenIsReadAgainEveryTime(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("token"), federatedToken());
    try (var gateway = withoutSecret(ActingAs.CALLER, "gateway.entra.credential.federated-token-file=" + file)) {
      assertSignsIn(gateway, ActingAs.CALLER);
      Files.writeString(file, "outdated");
      var refused = PhoneWrite.UPDATE.send(gateway, sandbox.token("auth-admin"));
      assertThat(refused.typesAt(PhoneWrite.UPDATE.errors())).containsExactly("GatewayConfigurationError");
      Files.writeString(file, federatedToken());
      var accepted = PhoneWrite.UPDATE.send(gateway, sandbox.token("auth-admin"));
      assertThat(accepted.at(PhoneWrite.UPDATE.errors()).isEmpty()).as(accepted.text()).isTrue();
    }
  }

  @Test
  void aFederatedTokenThatIsGoneIsForOperatorsToMend(@TempDir Path folder, CapturedOutput log) {
    var file = folder.resolve("nothing");
    try (var gateway = withoutSecret(ActingAs.CALLER, "gateway.entra.credential.federated-token-file=" + file)) {
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("GatewayConfigurationError");
      assertThat(reply.text()).doesNotContain(folder.getFileName().toString());
      assertThat(log.getAll()).contains("The credential of gateway.entra.credential cannot be used");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void aSecretThatIsWrongIsForOperatorsToMend(CapturedOutput log) {
    try (var gateway = gateway(ActingAs.CALLER, "gateway.entra.credential.client-secret=wrong")) {
      var reply = PhoneWrite.ADD.send(gateway, token);
      assertThat(reply.typesAt(PhoneWrite.ADD.errors())).containsExactly("GatewayConfigurationError");
      assertThat(log.getAll()).contains("Entra issues no token for Microsoft Graph: AADSTS7000215 (invalid_client)");
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  private String federatedToken() {
    return sandbox.call("POST", "/federated-token", "").textAt("/token");
  }
}
