package dev.authmethods.gateway.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Where a tenant publishes its signing keys. Asked twice at most for one set, three seconds each, whatever the host does; half a
 * megabyte at most is read. Redirects are not followed.
 */
final class KeySetEndpoint {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MAX_BYTES = 512 * 1024;

  private final HttpClient client;
  private final HttpRequest request;

  KeySetEndpoint(URI address, SSLContext trust, Executor executor) {
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
    return asked().exceptionallyCompose(_ -> asked());
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
      throw new CompletionException(new IOException("HTTP status " + answer.statusCode()));
    }
    try {
      return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new CompletionException(e);
    }
  }
}
