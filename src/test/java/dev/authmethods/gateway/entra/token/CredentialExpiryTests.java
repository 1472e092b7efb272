package dev.authmethods.gateway.entra.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gateway.credential.expiry}: operators learn in time that the gateway's certificate ends. */
@GatewayTest
class CredentialExpiryTests {

  private static final String METRIC = "gateway.credential.expiry";
  private static final String PASSWORD = "only for this run";

  private final SandboxControl sandbox;

  @TempDir
  private Path folder;

  CredentialExpiryTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private Gateway gateway(Path certificate, String... more) {
    var settings = new ArrayList<>(
      List.of("gateway.entra.credential.client-secret=", "gateway.entra.credential.certificate=" + certificate)
    );
    settings.addAll(List.of(more));
    return Gateway.start(sandbox, settings.toArray(String[]::new));
  }

  private static X509Bundle endingIn(Duration time) throws Exception {
    return new CertificateBuilder()
      .subject("CN=gateway")
      .algorithm(CertificateBuilder.Algorithm.ecp256)
      .setIsCertificateAuthority(true)
      .notAfter(Instant.now().plus(time))
      .buildSelfSigned();
  }

  private static String pem(X509Bundle certificate) {
    return certificate.getPrivateKeyPEM() + certificate.getCertificatePEM();
  }

  private static double secondsLeft(Gateway gateway) {
    return gateway.bean(MeterRegistry.class).get(METRIC).gauge().value();
  }

  private static double days(int days) {
    return days * 86_400.0;
  }

  private static Offset<Double> aMinute() {
    return Offset.offset(60.0);
  }

  @Test
  void itTellsTheTimeThatAPemFileHasLeftAndSeesAnotherInItsPlace() throws Exception {
    var file = Files.writeString(folder.resolve("gateway.pem"), pem(endingIn(Duration.ofDays(3))));
    try (var gateway = gateway(file)) {
      assertThat(secondsLeft(gateway)).isCloseTo(days(3), aMinute());
      Files.writeString(file, pem(endingIn(Duration.ofDays(90))));
      assertThat(secondsLeft(gateway)).isCloseTo(days(90), aMinute());
      Files.writeString(file, "no certificate");
      assertThat(secondsLeft(gateway)).isNaN();
    }
  }

  @Test
  void itTellsTheTimeThatAPfxFileHasLeft() throws Exception {
    var certificate = endingIn(Duration.ofDays(5));
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var key = certificate.getKeyPair().getPrivate();
    store.setKeyEntry("gateway", key, PASSWORD.toCharArray(), certificate.getCertificatePath());
    var file = folder.resolve("gateway.pfx");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    try (var gateway = gateway(file, "gateway.entra.credential.certificate-password=" + PASSWORD)) {
      assertThat(secondsLeft(gateway)).isCloseTo(days(5), aMinute());
    }
  }

  @Test
  void aGatewayWithoutACertificateHasNoSuchMetric() {
    try (var gateway = Gateway.start(sandbox)) {
      assertThat(gateway.bean(MeterRegistry.class).find(METRIC).gauge()).isNull();
    }
  }
}
