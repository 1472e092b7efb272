package dev.authmethods.sandbox.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The certificate of the login and of Graph, issued at start by an authority that exists only for this run. */
public final class ServerCertificate implements AutoCloseable {

  private final X509Bundle certificate;
  private final String authority;
  private final Path trusted;

  private ServerCertificate(X509Bundle certificate, String authority, Path trusted) {
    this.certificate = certificate;
    this.authority = authority;
    this.trusted = trusted;
  }

  public static ServerCertificate issue() {
    try {
      var authority = new CertificateBuilder()
        .subject("CN=Sandbox authority")
        .setIsCertificateAuthority(true)
        .ecp256()
        .buildSelfSigned();
      var file = Files.createTempFile("sandbox-", ".pem");
      Files.writeString(file, authority.getCertificatePEM());
      file.toFile().deleteOnExit();
      return new ServerCertificate(forLoopback(authority), authority.getCertificatePEM(), file);
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }

  private static X509Bundle forLoopback(X509Bundle authority) throws Exception {
    return new CertificateBuilder()
      .subject("CN=localhost")
      .addSanDnsName("localhost")
      .addSanIpAddress("127.0.0.1")
      .addSanIpAddress("::1")
      .addExtendedKeyUsageServerAuth()
      .ecp256()
      .buildIssuedBy(authority);
  }

  /** The certificate that a client has to trust, as PEM. */
  public String authority() {
    return authority;
  }

  /** The file with the same. */
  public Path trusted() {
    return trusted;
  }

  public SslContext context() {
    try {
      return SslContextBuilder.forServer(certificate.toKeyManagerFactory()).sslProvider(SslProvider.JDK).build();
    } catch (Exception exception) {
      throw new IllegalStateException(exception);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(trusted);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
