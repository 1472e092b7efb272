package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import dev.authmethods.gateway.access.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JsonParser;

/**
 * Writes, as the SDK's typed requests. The SDK makes them and does not send them: on its own it would repeat and redirect
 * them, and read each answer several times over.
 */
final class Writes {

  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl root;
  private final Requests requests;

  /** Made for the first write: it takes a while that a start does not have. */
  private final SingletonSupplier<GraphServiceClient> client;

  Writes(Cloud cloud, Requests requests) {
    this.root = Objects.requireNonNull(HttpUrl.get(cloud.graphEndpoint()));
    this.requests = requests;
    this.client = SingletonSupplier.of(() -> client(cloud));
  }

  private static GraphServiceClient client(Cloud cloud) {
    var adapter = new OkHttpRequestAdapter(new AnonymousAuthenticationProvider(), null, null, sent -> {
      throw new IllegalStateException("The SDK does not send");
    });
    adapter.setBaseUrl(cloud.graphEndpoint().toString());
    return new GraphServiceClient(adapter);
  }

  /** Sends one request once. An answer that the reader does not understand is unclear. */
  <T> T send(Call call, Function<GraphServiceClient, RequestInformation> request, Function<JsonParser, T> reader) {
    return requests.write(call, built(request.apply(client.obtain())), reader);
  }

  private okhttp3.Request.Builder built(RequestInformation request) {
    var method = Objects.requireNonNull(request.httpMethod);
    return new okhttp3.Request.Builder().url(url(request)).method(method.name(), body(method, request));
  }

  /** Below the version, so that the token cannot go to another host. */
  private HttpUrl url(RequestInformation request) {
    var url = HttpUrl.get(uri(request));
    if (url == null || !url.host().equals(root.host()) || url.port() != root.port()) {
      throw new IllegalStateException("Not Microsoft Graph");
    }
    return url;
  }

  private static URI uri(RequestInformation request) {
    try {
      return Objects.requireNonNull(request.getUri());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No address");
    }
  }

  private static @Nullable RequestBody body(HttpMethod method, RequestInformation request) {
    if (request.content == null) {
      return method == HttpMethod.DELETE ? null : RequestBody.create(new byte[0]);
    }
    try {
      return RequestBody.create(request.content.readAllBytes(), JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
