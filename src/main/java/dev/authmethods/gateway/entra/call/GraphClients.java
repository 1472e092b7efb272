package dev.authmethods.gateway.entra.call;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.GraphAnswer;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.guard.ReadRetry;
import dev.authmethods.gateway.entra.http.GraphResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Lets features call the Graph SDK: each call gets a client that is bound to it, which costs about two microseconds. */
public final class GraphClients {

  private final String root;
  private final GraphTransport transport;
  private final ReadRetry reads;

  GraphClients(Cloud cloud, GraphTransport transport, ReadRetry reads) {
    this.root = cloud.graphEndpoint().toString();
    this.transport = transport;
    this.reads = reads;
  }

  /** Reads with one method of the SDK; {@link EntraFailure} when there is no object in the answer. */
  public <T> T read(RequestContext call, Service service, Function<GraphServiceClient, @Nullable T> use) {
    return content(use.apply(client(adapter(call, service, GraphRequestAdapter.Mode.READ))));
  }

  /** Writes once with one method of the SDK; {@link EntraFailure} when there is no object in the answer. */
  public <T> T write(RequestContext call, Service service, Function<GraphServiceClient, @Nullable T> use) {
    return content(use.apply(client(adapter(call, service, GraphRequestAdapter.Mode.WRITE))));
  }

  /** Sends a write, and reads its answer with the reader in place of the SDK's models. */
  public <T> T write(
    RequestContext call,
    Service service,
    Consumer<GraphServiceClient> use,
    Function<JsonParser, T> reader
  ) {
    var adapter = adapter(call, service, GraphRequestAdapter.Mode.WRITE);
    var answer = new AtomicReference<@Nullable T>();
    adapter.readWith(reply -> answer.set(Json.read(reply.body(), reader)));
    use.accept(client(adapter));
    return content(answer.get());
  }

  /** Sends a write whose answer has no content. */
  public void send(RequestContext call, Service service, Consumer<GraphServiceClient> use) {
    use.accept(client(adapter(call, service, GraphRequestAdapter.Mode.SEND)));
  }

  <T> GraphAnswer<T> exchange(RequestContext call, Service service, Function<GraphServiceClient, @Nullable T> use) {
    var adapter = adapter(call, service, GraphRequestAdapter.Mode.EXCHANGE);
    var body = use.apply(client(adapter));
    var reply = adapter.last();
    return new GraphAnswer<>(reply.status(), headers(reply), body);
  }

  private static <T> T content(@Nullable T content) {
    if (content == null) {
      throw EntraFailure.Unavailable.unclearAnswer();
    }
    return content;
  }

  private static Map<String, String> headers(GraphResponse reply) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    reply
      .headers()
      .forEach(header -> headers.merge(header.getKey(), header.getValue(), (one, other) -> one + ", " + other));
    return headers;
  }

  private GraphRequestAdapter adapter(RequestContext call, Service service, GraphRequestAdapter.Mode mode) {
    return new GraphRequestAdapter(call, service, mode, root, transport, reads);
  }

  /** One at a time: every client enters itself into a registry of the SDK that is not safe for threads. */
  private static synchronized GraphServiceClient client(GraphRequestAdapter adapter) {
    return new GraphServiceClient(adapter);
  }
}
