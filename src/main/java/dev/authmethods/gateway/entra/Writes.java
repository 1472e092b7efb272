package dev.authmethods.gateway.entra;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import dev.authmethods.gateway.access.Call;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JsonParser;

/**
 * Writes, as the SDK's typed requests. The SDK makes them and does not send them: on its own it would repeat and redirect
 * them, and read each answer several times over.
 */
final class Writes {

  private final String root;
  private final Requests requests;

  /** Made for the first write: it takes a while that a start does not have. */
  private final SingletonSupplier<GraphServiceClient> client;

  Writes(Cloud cloud, Requests requests) {
    this.root = cloud.graphEndpoint().toString();
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

  private Request built(RequestInformation request) {
    var method = Objects.requireNonNull(request.httpMethod);
    return new Request(Charge.WRITE, HttpMethod.valueOf(method.name()), path(request), body(method, request));
  }

  /** Below the version, so that the token cannot go to another host. */
  private String path(RequestInformation request) {
    var address = address(request);
    if (!address.startsWith(root + "/")) {
      throw new IllegalStateException("Not Microsoft Graph");
    }
    return address.substring(root.length());
  }

  private static String address(RequestInformation request) {
    try {
      return Objects.requireNonNull(request.getUri()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No address");
    }
  }

  private static @Nullable ByteBuffer body(com.microsoft.kiota.HttpMethod method, RequestInformation request) {
    if (request.content == null) {
      return method == com.microsoft.kiota.HttpMethod.DELETE ? null : ByteBuffer.allocate(0);
    }
    try {
      return ByteBuffer.wrap(request.content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
