package dev.authmethods.gateway.access.token;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.HostFailureReporter.Host;
import dev.authmethods.gateway.access.HostFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a tenant publishes its signing keys. The gateway asks twice at most for one set, for three
 * seconds each, however the host behaves; it reads half a megabyte at most. It does not follow redirects.
 */
final class KeySetEndpoint {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MAX_BYTES = 512 * 1024;

  private final HttpClient client;
  private final HttpRequest request;
  private final HostFailureReporter hosts;

  KeySetEndpoint(URI address, SSLContext trust, HostFailureReporter hosts, Executor executor) {
    this.hosts = hosts;
    this.client = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(TIMEOUT)
      .sslContext(trust)
      .executor(executor)
      .build();
    this.request = HttpRequest.newBuilder(address).build();
  }

  /** The keys as they are published now. */
  CompletableFuture<JWKSet> fetch() {
    return asked()
      .exceptionallyCompose(_ -> asked())
      .whenComplete(this::report);
  }

  private void report(@Nullable JWKSet keys, @Nullable Throwable failed) {
    if (failed == null) {
      hosts.answered(Host.SIGNING_KEYS);
    } else {
      hosts.failed(Host.SIGNING_KEYS, request.uri().getHost(), fault(failed));
    }
  }

  private static HostFault fault(Throwable failed) {
    if (failed.getCause() instanceof BadStatus answered) {
      return answered.status >= 500 ? HostFault.SERVER_ERROR : HostFault.REFUSED;
    }
    return Objects.requireNonNullElse(HostFault.of(failed), HostFault.UNUSABLE_ANSWER);
  }

  private CompletableFuture<JWKSet> asked() {
    var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    // Ends the exchange, also one whose answer never ends.
    CompletableFuture.delayedExecutor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS, Runnable::run).execute(() ->
      answer.cancel(true)
    );
    return answer.thenApply(KeySetEndpoint::keys);
  }

  private static JWKSet keys(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new BadStatus(answer.statusCode());
    }
    try {
      return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new CompletionException(e);
    }
  }

  private static final class BadStatus extends RuntimeException {

    private final int status;

    BadStatus(int status) {
      super("HTTP status " + status);
      this.status = status;
    }
  }
}
