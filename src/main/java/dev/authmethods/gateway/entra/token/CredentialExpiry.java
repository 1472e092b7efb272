package dev.authmethods.gateway.entra.token;

import dev.authmethods.gateway.entra.EntraSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.stereotype.Component;

/**
 * {@code gateway.credential.expiry}: the seconds until the certificate expires that the gateway signs in with. The file is read each
 * time that the metric is, so that a new certificate in its place counts at once. NaN when the file cannot be read.
 */
@Component
class CredentialExpiry implements MeterBinder {

  private final @Nullable Path file;
  private final char @Nullable [] password;
  private final Clock clock;

  @Autowired
  CredentialExpiry(EntraSettings settings) {
    this(settings, Clock.systemUTC());
  }

  CredentialExpiry(EntraSettings settings, Clock clock) {
    var credential = settings.credential();
    this.file = credential.certificate();
    this.password = credential.certificatePassword() == null ? null : credential.certificatePassword().toCharArray();
    this.clock = clock;
  }

  /** Credentials without a certificate have no such metric. */
  @Override
  public void bindTo(MeterRegistry registry) {
    if (file != null) {
      Gauge.builder("gateway.credential.expiry", () -> secondsLeft(file))
        .description("Time until the certificate that the gateway signs in with expires")
        .baseUnit("seconds")
        .register(registry);
    }
  }

  private double secondsLeft(Path path) {
    try {
      return certificates(path)
        .stream()
        .map(certificate -> ((X509Certificate) certificate).getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .map(end -> (double) Duration.between(clock.instant(), end).toSeconds())
        .orElse(Double.NaN);
    } catch (IOException | GeneralSecurityException | IllegalStateException e) {
      return Double.NaN;
    }
  }

  private Collection<? extends Certificate> certificates(Path path) throws IOException, GeneralSecurityException {
    var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pfx") || name.endsWith(".p12") ? inKeyStore(path) : PemContent.load(path).getCertificates();
  }

  private List<Certificate> inKeyStore(Path path) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var content = Files.newInputStream(path)) {
      store.load(content, password);
    }
    var certificates = new ArrayList<Certificate>();
    for (var alias : Collections.list(store.aliases())) {
      certificates.add(store.getCertificate(alias));
    }
    return certificates;
  }
}
