package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import dev.authmethods.gateway.access.Call;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client of the SDK for one request of one caller; costs microseconds, and nothing has to be carried in threads.
 *
 * <p>Two HTTP clients stand behind all of them. The one for reads may repeat what a dead connection swallowed; the one for
 * writes sends once. Neither has the SDK's own handlers, which repeat and redirect writes.
 */
final class Clients {

  private static final Duration KEEP_IDLE = Duration.ofSeconds(30);
  private static final int IDLE_CONNECTIONS = 256;

  private final EntraSettings settings;
  private final Cloud cloud;
  private final AccessTokens tokens;
  private final AllowedHostsValidator onlyGraph;
  private final OkHttpClient reads;
  private final OkHttpClient writes;

  Clients(EntraSettings settings, Cloud cloud, AccessTokens tokens, Trust trust) {
    this.settings = settings;
    this.cloud = cloud;
    this.tokens = tokens;
    this.onlyGraph = new AllowedHostsValidator(cloud.graphEndpoint().getHost());
    this.reads = http(settings, trust).addNetworkInterceptor(Clients::repeatedByReadsAlone).build();
    this.writes = http(settings, trust).addInterceptor(new OneShot()).build();
  }

  GraphServiceClient forReads(Call call, Attempt attempt) {
    return client(reads, call, attempt, call::remaining);
  }

  GraphServiceClient forWrites(Call call, Attempt attempt) {
    return client(writes, call, attempt, () -> withoutReadBack(call));
  }

  /** A quarter of the time that is left is kept, to read what became of a write that is not answered. */
  private static Duration withoutReadBack(Call call) {
    return call.remaining().multipliedBy(3).dividedBy(4);
  }

  private GraphServiceClient client(OkHttpClient http, Call call, Attempt attempt, Supplier<Duration> left) {
    var authentication = new BaseBearerTokenAuthenticationProvider(new CallersToken(call));
    var adapter = new OkHttpRequestAdapter(authentication, null, null, request -> {
      var sending = http.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
      sending.timeout().timeout(limited(left.get()).toNanos(), TimeUnit.NANOSECONDS);
      return sending;
    });
    adapter.setBaseUrl(cloud.graphEndpoint().toString());
    return new GraphServiceClient(adapter);
  }

  private Duration limited(Duration remaining) {
    if (remaining.isNegative() || remaining.isZero()) {
      throw new EntraFailure.Unavailable(false, null);
    }
    return remaining.compareTo(settings.callTimeout()) < 0 ? remaining : settings.callTimeout();
  }

  private static OkHttpClient.Builder http(EntraSettings settings, Trust trust) {
    return new OkHttpClient.Builder()
      .connectTimeout(settings.connectTimeout())
      .readTimeout(settings.callTimeout())
      .writeTimeout(settings.callTimeout())
      .followRedirects(false)
      .followSslRedirects(false)
      .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_IDLE.toMillis(), TimeUnit.MILLISECONDS))
      .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
      .eventListenerFactory(Attempt::of)
      .addInterceptor(withRequestId())
      .addInterceptor(new AnswerCheck());
  }

  /** OkHttp repeats by itself what shall be repeated at once, unless the wait is written as it does not expect it. */
  private static Response repeatedByReadsAlone(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    return "0".equals(response.header("Retry-After"))
      ? response.newBuilder().header("Retry-After", "0.0").build()
      : response;
  }

  /** Lets one attempt be found in Microsoft's own diagnostics. Source: Microsoft Graph, best practices. */
  private static Interceptor withRequestId() {
    return chain ->
      chain.proceed(chain.request().newBuilder().header("client-request-id", UUID.randomUUID().toString()).build());
  }

  private final class CallersToken implements AccessTokenProvider {

    private final Call call;

    CallersToken(Call call) {
      this.call = call;
    }

    @Override
    public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
      return onlyGraph.isUrlHostValid(uri) ? tokens.tokenFor(call) : "";
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
      return onlyGraph;
    }
  }
}
