package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.access.HostFault;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.access.WriteIds;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraSettings;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

/**
 * The two HTTP clients. The one for reads sends again what a dead connection swallowed; the one for writes sends once. Neither
 * follows redirects, nor reads an answer without end ({@link ResponseMemory}).
 */
public final class HttpClients {

  private static final Duration KEEP_IDLE = Duration.ofSeconds(30);

  /** A new connection is the last way to notice that a connection is dead, or that the host has new addresses. */
  private static final Duration KEEP = Duration.ofMinutes(5);

  private final ResponseMemory answers = new ResponseMemory();

  private final String root;
  private final HttpClient reads;
  private final HttpClient writes;

  public HttpClients(EntraSettings settings, Cloud cloud, TrustedCertificates trusted) {
    this.root = cloud.graphEndpoint().toString();
    this.reads = client(settings, cloud, trusted);
    this.writes = reads.disableRetry(true);
  }

  private static HttpClient client(EntraSettings settings, Cloud cloud, TrustedCertificates trusted) {
    var connections = ConnectionProvider.builder("graph")
      // The calls under way are bounded already.
      .maxConnections(settings.maxConcurrentReads() + settings.maxConcurrentWrites())
      .pendingAcquireMaxCount(-1)
      .maxIdleTime(KEEP_IDLE)
      .maxLifeTime(KEEP)
      .build();
    var client = resolving(HttpClient.create(connections).proxyWithSystemProperties())
      .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis(settings.connectTimeout()))
      .compress(true);
    // Ends a connection that swallows what the gateway sends, as some firewalls leave one behind.
    var alive = Epoll.isAvailable()
      ? client.option(EpollChannelOption.TCP_USER_TIMEOUT, millis(settings.callTimeout()))
      : client;
    return "https".equals(cloud.graphEndpoint().getScheme())
      ? alive.protocol(HttpProtocol.H2, HttpProtocol.HTTP11).secure(tls -> tls.sslContext(tls(trusted)))
      : alive;
  }

  /** As the JDK does; behind a proxy names are the proxy's to resolve. */
  private static HttpClient resolving(HttpClient client) {
    return client.configuration().hasProxy() ? client : client.resolver(DefaultAddressResolverGroup.INSTANCE);
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }

  private static SslProvider.GenericSslContextSpec<?> tls(TrustedCertificates trusted) {
    return Http2SslContextSpec.forClient().configure(tls -> tls.trustManager(trusted.manager()));
  }

  /** Waits for the whole answer, as long as the call is not abandoned. */
  public GraphResponse read(RequestContext call, GraphRequest request, String token, Duration allowed) {
    var attempt = new Attempt(call.id());
    var reply = send(reads, request, token, attempt, null);
    call.begin(reply);
    return await(reply, attempt, allowed);
  }

  /** Waits for the whole answer, also after the caller has gone away. */
  public GraphResponse write(RequestContext call, GraphRequest request, String token, Duration allowed) {
    var attempt = new Attempt(call.id());
    return await(send(writes, request, token, attempt, call.writeIds()), attempt, allowed);
  }

  private CompletableFuture<@Nullable GraphResponse> send(
    HttpClient client,
    GraphRequest request,
    String token,
    Attempt attempt,
    @Nullable WriteIds ids
  ) {
    return client
      .request(request.method())
      .uri(URI.create(root + request.path()))
      .send((sent, out) -> sent(sent, out, request, token, attempt, ids))
      .response(this::reply)
      .single()
      .toFuture();
  }

  private static GraphResponse await(
    CompletableFuture<@Nullable GraphResponse> reply,
    Attempt attempt,
    Duration allowed
  ) {
    try {
      return Objects.requireNonNull(reply.get(allowed.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unanswered(reply, attempt, e);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      throw unanswered(reply, attempt, e);
    }
  }

  private static EntraFailure unanswered(
    CompletableFuture<@Nullable GraphResponse> reply,
    Attempt attempt,
    Exception why
  ) {
    reply.cancel(true);
    var fault = Objects.requireNonNullElse(HostFault.of(why), HostFault.UNUSABLE_ANSWER);
    return EntraFailure.Unavailable.failing(fault, attempt.sent(), null);
  }

  private static Publisher<Void> sent(
    HttpClientRequest head,
    NettyOutbound out,
    GraphRequest request,
    String token,
    Attempt attempt,
    @Nullable WriteIds ids
  ) {
    attempt.leaves();
    if (ids != null) {
      ids.sent(attempt.id());
    }
    request.headers().forEach(head::header);
    head
      .header(HttpHeaderNames.AUTHORIZATION, "Bearer " + token)
      .header(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON)
      // Lets the request be found in Microsoft's own diagnostics, and its attempts by the ids of the answers. Source:
      // https://learn.microsoft.com/graph/best-practices-concept
      .header("client-request-id", attempt.id());
    var body = request.body();
    return body == null ? out : withBody(head, out, body);
  }

  private static Publisher<Void> withBody(HttpClientRequest request, NettyOutbound out, ByteBuffer body) {
    if (body.hasRemaining()) {
      request.header(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
    }
    return out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)));
  }

  /** The bytes are counted as they are after they were inflated, while they come. */
  private Publisher<GraphResponse> reply(HttpClientResponse response, ByteBufFlux body) {
    return Mono.using(
      answers::open,
      answer ->
        body
          .doOnNext(answer::add)
          .then(Mono.fromSupplier(answer::bytes))
          .map(bytes -> new GraphResponse(response.status().code(), response.responseHeaders(), bytes)),
      ResponseMemory.Answer::close
    );
  }
}
