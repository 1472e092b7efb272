package dev.authmethods.gateway.entra.call;

import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.serialization.SerializationWriterFactory;
import com.microsoft.kiota.serialization.ValuedEnumParser;
import com.microsoft.kiota.store.BackingStoreFactory;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.Service;
import dev.authmethods.gateway.entra.guard.CallCost;
import dev.authmethods.gateway.entra.guard.ReadRetry;
import dev.authmethods.gateway.entra.http.GraphResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of the Graph SDK for one call of the gateway, through the gateway's own HTTP clients. This is the extension
 * point that Microsoft documents for another transport: https://learn.microsoft.com/openapi/kiota/abstractions#request-adapter.
 *
 * <p>The SDK's own transport would repeat writes, and treat redirects as success. Here a write is sent once, even if it
 * fails, and only reads may be repeated. Every failure is an {@link EntraFailure}, never an exception of the SDK.
 */
// The signatures are those of the interface.
@SuppressWarnings({ "NonApiType", "TypeParameterUnusedInFormals" })
final class GraphRequestAdapter implements RequestAdapter {

  /** The result that the caller of the SDK expects. */
  enum Mode {
    /** To read: requests with another method than GET are not sent. */
    READ,
    /** A write, answered with a model if the SDK promises one. */
    WRITE,
    /** To write, and to be answered without content, or with one that does not matter. */
    SEND,
    /** To write, and to look at the status and the headers; there may be no content. */
    EXCHANGE,
  }

  private final RequestContext call;
  private final Service service;
  private final Mode mode;
  private final String root;
  private final GraphTransport transport;
  private final ReadRetry reads;
  private @Nullable Consumer<GraphResponse> reader;
  private @Nullable GraphResponse last;

  GraphRequestAdapter(
    RequestContext call,
    Service service,
    Mode mode,
    String root,
    GraphTransport transport,
    ReadRetry reads
  ) {
    this.call = call;
    this.service = service;
    this.mode = mode;
    this.root = root;
    this.transport = transport;
    this.reads = reads;
  }

  /** Lets another reader read the answers in place of the SDK's models; the SDK's methods then return null. */
  void readWith(Consumer<GraphResponse> reader) {
    this.reader = reader;
  }

  /** The answer to the request that was sent last. */
  GraphResponse last() {
    if (last == null) {
      throw new IllegalStateException("Nothing was sent");
    }
    return last;
  }

  @Override
  public <M extends Parsable> @Nullable M send(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    ParsableFactory<M> factory
  ) {
    return exchange(request, reply -> model(finished(reply), factory)).orElse(null);
  }

  private <M extends Parsable> Optional<M> model(GraphResponse reply, ParsableFactory<M> factory) {
    if (reader != null) {
      reader.accept(reply);
      return Optional.empty();
    }
    var needsContent = mode == Mode.READ || mode == Mode.WRITE;
    return needsContent || reply.body().hasRemaining()
      ? Optional.of(GraphModels.read(reply.body(), factory))
      : Optional.empty();
  }

  /** For requests that are answered without content, with {@code Void.class}. */
  @Override
  public <M> @Nullable M sendPrimitive(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    Class<M> type
  ) {
    if (type != Void.class) {
      throw notAnswered();
    }
    return exchange(request, reply -> {
      GraphModels.accept(finished(reply).body());
      return Optional.<M>empty();
    }).orElse(null);
  }

  /** Status 202 says that the request will be carried out, perhaps. */
  private GraphResponse finished(GraphResponse reply) {
    if (mode != Mode.EXCHANGE && reply.isOnlyAccepted()) {
      throw new Json.NotUnderstood();
    }
    return reply;
  }

  private <T> T exchange(RequestInformation information, Function<GraphResponse, T> reader) {
    var request = SdkRequest.of(information, root, cost(information));
    Function<GraphResponse, T> remembering = reply -> {
      last = reply;
      return reader.apply(reply);
    };
    return request.cost().isWrite()
      ? transport.writeReply(call, request, remembering)
      : reads.run(call, () -> transport.readReply(call, request, remembering));
  }

  private CallCost cost(RequestInformation information) {
    if (information.httpMethod == com.microsoft.kiota.HttpMethod.GET) {
      return CallCost.read("read", service, 1);
    }
    if (mode == Mode.READ) {
      throw new IllegalStateException("A read sends nothing but GET: it may be repeated");
    }
    return CallCost.write(service);
  }

  @Override
  public SerializationWriterFactory getSerializationWriterFactory() {
    return GraphModels.WRITERS;
  }

  /** Models always have a backing store here. */
  @Override
  public void enableBackingStore(@Nullable BackingStoreFactory factory) {}

  @Override
  public String getBaseUrl() {
    return root;
  }

  @Override
  public void setBaseUrl(String url) {
    throw new UnsupportedOperationException("The settings name the host");
  }

  @Override
  public <M extends Parsable> List<M> sendCollection(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    ParsableFactory<M> factory
  ) {
    throw notAnswered();
  }

  @Override
  public <M> List<M> sendPrimitiveCollection(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    Class<M> type
  ) {
    throw notAnswered();
  }

  @Override
  public <M extends Enum<M>> M sendEnum(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    ValuedEnumParser<M> parser
  ) {
    throw notAnswered();
  }

  @Override
  public <M extends Enum<M>> List<M> sendEnumCollection(
    RequestInformation request,
    @Nullable HashMap<String, ParsableFactory<? extends Parsable>> errors,
    ValuedEnumParser<M> parser
  ) {
    throw notAnswered();
  }

  /** Nothing has been sent. */
  private static UnsupportedOperationException notAnswered() {
    return new UnsupportedOperationException("Microsoft Graph answers with an object, or without content");
  }

  @Override
  public <T> T convertToNativeRequest(RequestInformation request) {
    throw new UnsupportedOperationException("Requests are sent by this adapter only");
  }
}
