package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.entra.EntraSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which servers are believed to be who they say: those the JDK trusts, and those of certificates that the settings add. */
public record TrustedCertificates(X509TrustManager manager, SSLContext context) {
  /**
   * The certificates that the JDK trusts and those of these PEM files; {@link UnusableSettings} when a file cannot be
   * read.
   */
  public static TrustedCertificates in(List<Path> additionalCertificates) {
    try {
      var manager = manager(additionalCertificates);
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] { manager }, null);
      return new TrustedCertificates(manager, context);
    } catch (GeneralSecurityException | IOException e) {
      throw EntraSettings.unusable(
        List.of("gateway.entra.trusted-certificates (a file cannot be read as certificates)")
      );
    }
  }

  private static X509TrustManager manager(List<Path> additional) throws GeneralSecurityException, IOException {
    var trusted = factory(null);
    if (additional.isEmpty()) {
      return trusted;
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var certificate : trusted.getAcceptedIssuers()) {
      add(store, certificate);
    }
    for (var file : additional) {
      try (var content = Files.newInputStream(file)) {
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
          add(store, (X509Certificate) certificate);
        }
      }
    }
    return factory(store);
  }

  private static void add(KeyStore store, X509Certificate certificate) throws GeneralSecurityException {
    store.setCertificateEntry("trusted-" + store.size(), certificate);
  }

  private static X509TrustManager factory(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }
}
