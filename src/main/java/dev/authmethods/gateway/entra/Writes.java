package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import dev.authmethods.gateway.access.Call;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Sends writes by the SDK's typed requests. One client of the SDK serves all: whose write a thread is sending stands in a scoped
 * value, since the SDK sends, and asks for the token, on the thread that called it.
 */
final class Writes {

  private static final ScopedValue<Write> CURRENT = ScopedValue.newInstance();

  private final HttpClients http;
  private final AccessTokens tokens;
  private final Passage passage;
  private final AllowedHostsValidator onlyGraph;

  /** Made for the first write: it takes a while that a start does not have. */
  private final SingletonSupplier<GraphServiceClient> client;

  Writes(HttpClients http, Cloud cloud, AccessTokens tokens, Passage passage) {
    this.http = http;
    this.tokens = tokens;
    this.passage = passage;
    this.onlyGraph = new AllowedHostsValidator(cloud.graphEndpoint().getHost());
    this.client = SingletonSupplier.of(() -> client(cloud));
  }

  /** Sends one request once. No answer, or one without content, is unclear. */
  <T> T send(Call call, Function<GraphServiceClient, @Nullable T> request) {
    // Kept for when the SDK asks for it: what waits for a token is not yet a call.
    tokens.tokenFor(call);
    return passage.send(call, Charge.WRITE, () -> sendNow(call, request));
  }

  private <T> T sendNow(Call call, Function<GraphServiceClient, @Nullable T> request) {
    var attempt = new Attempt();
    try {
      return answered(ScopedValue.where(CURRENT, new Write(call, attempt)).call(() -> request.apply(client.obtain())));
    } catch (RuntimeException e) {
      if (Failures.refusesToken(e)) {
        tokens.forget(call.caller());
      }
      throw Failures.of(e, attempt);
    }
  }

  private static <T> T answered(@Nullable T answer) {
    if (answer == null) {
      throw new EntraFailure.Unavailable(true, null);
    }
    return answer;
  }

  private GraphServiceClient client(Cloud cloud) {
    var authentication = new BaseBearerTokenAuthenticationProvider(new CallersToken());
    var adapter = new OkHttpRequestAdapter(authentication, null, null, this::prepared);
    adapter.setBaseUrl(cloud.graphEndpoint().toString());
    return new GraphServiceClient(adapter);
  }

  private okhttp3.Call prepared(okhttp3.Request request) {
    var write = CURRENT.get();
    return http.write(request.newBuilder().tag(Attempt.class, write.attempt).build(), write.timeLeft());
  }

  private record Write(Call call, Attempt attempt) {
    /** A quarter of the time that is left is kept, to read what became of a write that is not answered. */
    Duration timeLeft() {
      return call.remaining().multipliedBy(3).dividedBy(4);
    }
  }

  private final class CallersToken implements AccessTokenProvider {

    @Override
    public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
      return onlyGraph.isUrlHostValid(uri) ? tokens.tokenFor(CURRENT.get().call) : "";
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
      return onlyGraph;
    }
  }
}
