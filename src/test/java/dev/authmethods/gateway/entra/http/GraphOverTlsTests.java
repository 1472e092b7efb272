package dev.authmethods.gateway.entra.http;

import static dev.authmethods.gateway.fixtures.PhoneMutation.add;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.system.CapturedOutput;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.tcp.SslProvider.GenericSslContextSpec;

/** Microsoft Graph as it is reached in production: over TLS, and with HTTP/2 where that is offered. */
@GatewayTest
@CapturesLog
class GraphOverTlsTests {

  private static final String KIM = "10000000-0000-4000-8000-000000000001";
  private static final String PHONE =
    "{\"id\": \"3179e48a-750b-4051-897c-87b9720928f7\", \"phoneNumber\": \"+1 2065550123\", \"phoneType\": \"mobile\"}";

  private final SandboxControl sandbox;
  private final Path folder;
  private final X509Bundle authority;
  private final List<String> versions = new CopyOnWriteArrayList<>();

  GraphOverTlsTests(SandboxControl sandbox, @TempDir Path folder) throws Exception {
    this.sandbox = sandbox;
    this.folder = folder;
    this.authority = new CertificateBuilder()
      .subject("CN=Authority of this test")
      .setIsCertificateAuthority(true)
      .ecp256()
      .buildSelfSigned();
  }

  private X509Bundle certificateFor(String host) throws Exception {
    return new CertificateBuilder()
      .subject("CN=" + host)
      .addSanDnsName(host)
      .addExtendedKeyUsageServerAuth()
      .ecp256()
      .buildIssuedBy(authority);
  }

  private DisposableServer graph(GenericSslContextSpec<?> tls, HttpProtocol... protocols) {
    return HttpServer.create()
      .host("localhost")
      .port(0)
      .protocol(protocols)
      .secure(ssl -> ssl.sslContext(tls))
      .handle(this::answer)
      .bindNow();
  }

  private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    versions.add(request.version().toString());
    return response.status(201).header("Content-Type", "application/json").sendString(Mono.just(PHONE));
  }

  private Gateway gateway(DisposableServer graph, boolean trusting) throws Exception {
    var trusted = Files.writeString(folder.resolve("authority.pem"), authority.getCertificatePEM());
    var login = sandbox.running().trustedCertificate();
    return Gateway.start(
      sandbox,
      "gateway.entra.graph-endpoint=https://localhost:" + graph.port() + "/v1.0",
      "gateway.entra.trusted-certificates=" + login + (trusting ? "," + trusted : "")
    );
  }

  private static List<String> added(Gateway gateway, int times) {
    return IntStream.range(0, times)
      .parallel()
      .mapToObj(_ -> gateway.as("auth-admin", add(KIM, "MOBILE", "+1 2065550123")))
      .map(payload -> payload.phone("methodId"))
      .toList();
  }

  @Test
  void isSpokenToInHttp2WhereItOffersThat() throws Exception {
    var tls = Http2SslContextSpec.forServer(certificateFor("localhost").toKeyManagerFactory());
    var graph = graph(tls, HttpProtocol.H2, HttpProtocol.HTTP11);
    try (var gateway = gateway(graph, true)) {
      assertThat(added(gateway, 40)).hasSize(40).containsOnly("3179e48a-750b-4051-897c-87b9720928f7");
      assertThat(versions).hasSize(40).containsOnly("HTTP/2.0");
    } finally {
      graph.disposeNow();
    }
  }

  @Test
  void isSpokenToInHttp11WhereItOffersNoMore() throws Exception {
    var tls = Http11SslContextSpec.forServer(certificateFor("localhost").toKeyManagerFactory());
    var graph = graph(tls, HttpProtocol.HTTP11);
    try (var gateway = gateway(graph, true)) {
      assertThat(added(gateway, 3)).hasSize(3).containsOnly("3179e48a-750b-4051-897c-87b9720928f7");
      assertThat(versions).hasSize(3).containsOnly("HTTP/1.1");
    } finally {
      graph.disposeNow();
    }
  }

  @Test
  void isSentNothingWhenItsCertificateIsForAnotherHost(CapturedOutput log) throws Exception {
    var tls = Http2SslContextSpec.forServer(certificateFor("graph.example.com").toKeyManagerFactory());
    assertNothingIsSent(graph(tls, HttpProtocol.H2, HttpProtocol.HTTP11), true, log);
  }

  @Test
  void isSentNothingWhenNobodyVouchesForItsCertificate(CapturedOutput log) throws Exception {
    var tls = Http2SslContextSpec.forServer(certificateFor("localhost").toKeyManagerFactory());
    assertNothingIsSent(graph(tls, HttpProtocol.H2, HttpProtocol.HTTP11), false, log);
  }

  private void assertNothingIsSent(DisposableServer graph, boolean trusting, CapturedOutput log) throws Exception {
    try (var gateway = gateway(graph, trusting)) {
      var payload = gateway.as("auth-admin", add(KIM, "MOBILE", "+1 2065550123"));
      assertThat(payload.types()).containsExactly("UpstreamUnavailableError");
      assertThat(versions).isEmpty();
      assertThat(log.getAll()).contains("Microsoft Graph (localhost) fails: its certificate is not trusted");
      var failures = gateway.bean(MeterRegistry.class).get("gateway.upstream.failures").tag("host", "graph");
      assertThat(failures.tag("reason", "certificate_not_trusted").counter().count()).isPositive();
    } finally {
      graph.disposeNow();
    }
  }
}
