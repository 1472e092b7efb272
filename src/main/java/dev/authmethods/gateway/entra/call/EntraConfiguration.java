package dev.authmethods.gateway.entra.call;

import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.TokenIssuer;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraSettings;
import dev.authmethods.gateway.entra.guard.Breaker;
import dev.authmethods.gateway.entra.guard.Quota;
import dev.authmethods.gateway.entra.guard.ThrottlePressure;
import dev.authmethods.gateway.entra.guard.UpstreamGuard;
import dev.authmethods.gateway.entra.guard.UpstreamMetrics;
import dev.authmethods.gateway.entra.http.HttpClients;
import dev.authmethods.gateway.entra.http.ResponseLimitHandler;
import dev.authmethods.gateway.entra.http.TrustedCertificates;
import dev.authmethods.gateway.entra.token.Credentials;
import dev.authmethods.gateway.entra.token.SignInMonitor;
import dev.authmethods.gateway.entra.token.UpstreamTokens;
import dev.authmethods.gateway.method.ObjectId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/** Puts Microsoft's edge together, or refuses to start and says which settings are missing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntraSettings.class)
class EntraConfiguration {

  /** Of one answer of the login: a token takes a few kilobytes. */
  static final int LOGIN_BYTES = 64 * 1024;

  private static final Set<String> VERSIONS = Set.of("/v1.0", "/v1.0/");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @Bean
  Cloud cloud(EntraSettings settings) {
    var problems = new ArrayList<>(settings.missing());
    if (settings.credential().given() > 1) {
      problems.add("gateway.entra.credential (more than one is given)");
    }
    notAGuid(problems, "gateway.entra.tenant-id", settings.tenantId());
    notAGuid(problems, "gateway.entra.client-id", settings.clientId());
    unreadable(problems, "gateway.entra.credential.certificate", settings.credential().certificate());
    insecure(problems, "gateway.entra.graph-endpoint", settings.graphEndpoint());
    insecure(problems, "gateway.entra.authority-host", settings.authorityHost());
    unversioned(problems, settings.graphEndpoint());
    if (!settings.quota().isUsable()) {
      problems.add("gateway.entra.quota.share (must be above 0 and at most 1)");
    }
    if (!settings.breaker().isUsable()) {
      problems.add(
        "gateway.entra.breaker (failure-rate must be above 0 and at most 1, window 2s at least, the others positive)"
      );
    }
    notPositive(problems, "gateway.entra.read-attempts", settings.readAttempts());
    notPositive(problems, "gateway.entra.max-concurrent-reads", settings.maxConcurrentReads());
    notPositive(problems, "gateway.entra.max-concurrent-writes", settings.maxConcurrentWrites());
    notPositive(problems, "gateway.entra.max-concurrent-tokens", settings.maxConcurrentTokens());
    if (!problems.isEmpty()) {
      throw EntraSettings.unusable(problems);
    }
    return Cloud.of(settings);
  }

  private static void notPositive(List<String> problems, String name, int number) {
    if (number < 1) {
      problems.add(name + " (must be 1 at least)");
    }
  }

  /** Everything here is written for this version. */
  private static void unversioned(List<String> problems, @Nullable URI endpoint) {
    if (endpoint != null && !VERSIONS.contains(Objects.requireNonNullElse(endpoint.getPath(), ""))) {
      problems.add("gateway.entra.graph-endpoint (its path must be /v1.0)");
    }
  }

  /** Names such as "common" or a domain would never equal what a token says. */
  private static void notAGuid(List<String> problems, String name, @Nullable String id) {
    if (id != null && !id.isBlank() && ObjectId.parse(id) == null) {
      problems.add(name + " (must be a GUID)");
    }
  }

  private static void unreadable(List<String> problems, String name, @Nullable Path file) {
    if (file != null && !Files.isReadable(file)) {
      problems.add(name + " (the file cannot be read)");
    }
  }

  /** Tokens and numbers may be sent without encryption only over loopback. */
  private static void insecure(List<String> problems, String name, @Nullable URI address) {
    var secure =
      address == null ||
      ("https".equals(address.getScheme()) && address.getHost() != null) ||
      ("http".equals(address.getScheme()) && address.getHost() != null && LOOPBACK.contains(address.getHost()));
    if (!secure) {
      problems.add(name + " (must be https)");
    }
  }

  @Bean
  TrustedCertificates trustedCertificates(EntraSettings settings) {
    return TrustedCertificates.in(settings.trustedCertificates());
  }

  @Bean
  TokenIssuer tokenIssuer(EntraSettings settings, Cloud cloud, TrustedCertificates trusted) {
    // Tokens write it so, however the setting does.
    var tenant = Objects.requireNonNull(settings.tenantId()).toLowerCase(Locale.ROOT);
    var authority = cloud.authorityHost() + "/" + tenant;
    return new TokenIssuer(
      URI.create(authority + "/v2.0"),
      tenant,
      Objects.requireNonNull(settings.clientId()).toLowerCase(Locale.ROOT),
      URI.create(authority + "/discovery/v2.0/keys"),
      trusted.context()
    );
  }

  @Bean
  Entra entra(
    EntraSettings settings,
    Cloud cloud,
    TrustedCertificates trusted,
    ObjectProvider<MeterRegistry> meters,
    SignInMonitor signIn,
    HostFailureReporter hosts,
    @Qualifier("applicationTaskExecutor") Executor executor
  ) {
    var metrics = new UpstreamMetrics(meters.getIfAvailable(SimpleMeterRegistry::new));
    var credentials = new Credentials(settings, cloud, login(settings, trusted));
    var tokens = new UpstreamTokens(
      settings,
      credentials,
      cloud,
      breaker("login", settings, metrics),
      signIn,
      executor
    );
    var pressure = new ThrottlePressure(System::nanoTime);
    var http = new HttpClients(settings, cloud, trusted);
    var quota = new Quota(settings.quota(), pressure);
    var guard = new UpstreamGuard(breaker("graph", settings, metrics), quota, settings, metrics, fault ->
      hosts.failed(HostFailureReporter.Host.GRAPH, cloud.graphEndpoint().getHost(), fault)
    );
    var transport = new GraphTransport(http, tokens, guard, pressure);
    var refusals = new PermissionRefusals(settings.actingAs(), tokens);
    return new EntraClient(settings, cloud, transport, pressure, refusals, executor);
  }

  private static Breaker breaker(String host, EntraSettings settings, UpstreamMetrics metrics) {
    var breaker = new Breaker(host, settings.breaker());
    metrics.watch(host, breaker);
    return breaker;
  }

  private static com.azure.core.http.HttpClient login(EntraSettings settings, TrustedCertificates trusted) {
    var client = HttpClient.create()
      .secure(tls -> tls.sslContext(tls(trusted)))
      .doOnChannelInit((_, channel, _) ->
        channel
          .pipeline()
          .addBefore(
            NettyPipeline.ReactiveBridge,
            "answer-limit",
            new ResponseLimitHandler(LOGIN_BYTES, settings.callTimeout())
          )
      );
    return new NettyAsyncHttpClientBuilder(client)
      .connectTimeout(settings.connectTimeout())
      .responseTimeout(settings.callTimeout())
      .build();
  }

  private static SslContext tls(TrustedCertificates trusted) {
    try {
      return SslContextBuilder.forClient().trustManager(trusted.manager()).build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }
}
