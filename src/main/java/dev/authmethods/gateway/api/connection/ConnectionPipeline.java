package dev.authmethods.gateway.api.connection;

import static io.netty.handler.codec.http.DefaultHttpHeadersFactory.headersFactory;
import static io.netty.handler.codec.http.DefaultHttpHeadersFactory.trailersFactory;

import dev.authmethods.gateway.api.execution.AdmissionControl;
import dev.authmethods.gateway.api.http.CorsPolicy;
import dev.authmethods.gateway.api.request.MemoryBudget;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpRequestDecoderSpec;
import reactor.netty.http.server.HttpServer;

/**
 * Installs the handlers in front of Reactor Netty on each connection: limits for the connection's memory, and
 * {@link LoadSheddingHandler}. This class decides which requests the handler turns away: those to GraphQL while the
 * gateway is full.
 */
@Component
@EnableConfigurationProperties(ConnectionSettings.class)
class ConnectionPipeline implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

  /** Of memory, for the heads of requests that take more than {@link ConnectionMemory#FREE_BYTES}. */
  static final long HEADS_BYTES = 8 * 1024 * 1024;

  /**
   * How much longer a request line may be than the limit, so that the gateway still reads what follows it: it answers
   * such a request, and needs the page's origin, which follows, for a browser to show that answer.
   */
  private static final int LINE_BYTES_TO_REFUSE = 16 * 1024;

  private final String path;
  private final CorsPolicy crossOrigin;
  private final AdmissionControl admission;
  private final ConnectionSettings settings;
  private final ConnectionLimits limits;
  private final ShutdownDelay shutdown;
  private final MemoryBudget heads = new MemoryBudget(HEADS_BYTES, HEADS_BYTES / 2);

  ConnectionPipeline(
    GraphQlProperties properties,
    CorsPolicy crossOrigin,
    AdmissionControl admission,
    ConnectionSettings settings,
    ConnectionLimits limits,
    ShutdownDelay shutdown
  ) {
    this.path = properties.getHttp().getPath();
    this.crossOrigin = crossOrigin;
    this.admission = admission;
    this.settings = settings;
    this.limits = limits;
    this.shutdown = shutdown;
  }

  /** After Spring's own, whose limits of the decoder are kept. */
  @Override
  public void customize(NettyReactiveWebServerFactory factory) {
    factory.addServerCustomizers(this::guarded);
  }

  private HttpServer guarded(HttpServer server) {
    return server.doOnChannelInit((_, channel, _) -> guard(channel, server.configuration().decoder()));
  }

  private void guard(Channel channel, HttpRequestDecoderSpec decoder) {
    var address = ConnectionLimits.addressOf(channel);
    if (!limits.open(address)) {
      limits.refuse();
      var _ = channel.close();
      return;
    }
    var memory = new ConnectionMemory(heads, address);
    var _ = channel.closeFuture().addListener(_ -> {
      limits.close(address);
      memory.release();
    });
    if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
      guard(channel.pipeline(), memory, decoder);
    }
  }

  private void guard(ChannelPipeline pipeline, ConnectionMemory memory, HttpRequestDecoderSpec decoder) {
    var edge = new LoadSheddingHandler(this, memory, decoder.maxInitialLineLength());
    pipeline.replace(NettyPipeline.HttpCodec, NettyPipeline.HttpCodec, codec(decoder));
    pipeline.addBefore(NettyPipeline.HttpCodec, "head", new RequestHeadHandler(memory, edge, settings, limits));
    pipeline.addAfter(NettyPipeline.HttpCodec, "edge", edge);
    pipeline.addAfter(NettyPipeline.HttpCodec, "body", new RequestBodyHandler());
  }

  /**
   * The codec of Reactor Netty, with another limit for the number of headers, and without the checks that
   * {@link LoadSheddingHandler} makes itself.
   */
  private HttpServerCodec codec(HttpRequestDecoderSpec decoder) {
    return new HttpServerCodec(
      new HttpDecoderConfig()
        .setMaxInitialLineLength(decoder.maxInitialLineLength() + LINE_BYTES_TO_REFUSE)
        .setMaxHeaderSize(decoder.maxHeaderSize())
        .setInitialBufferSize(decoder.initialBufferSize())
        .setAllowDuplicateContentLengths(decoder.allowDuplicateContentLengths())
        .setAllowPartialChunks(decoder.allowPartialChunks())
        .setHeadersFactory(BoundedHttpHeaders.factory(headersFactory(), settings.maxHeaders()))
        .setTrailersFactory(BoundedHttpHeaders.factory(trailersFactory(), settings.maxHeaders()))
    );
  }

  /** The endpoint answers the preflight of a browser: without that answer the browser would not show the next one. */
  boolean isTurnedAway(HttpRequest request) {
    return admission.isFull() && isForGraphQl(request.uri()) && !HttpMethod.OPTIONS.equals(request.method());
  }

  private boolean isForGraphQl(String uri) {
    return uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?');
  }

  /** Whether connections are to end with the next answer on them. */
  boolean isEnding() {
    return shutdown.isEnding();
  }

  /** One more was turned away. */
  void turnAway() {
    admission.turnAway();
  }

  /** Lets the page read the answer that asks, if it may. */
  void describe(HttpRequest request, FullHttpResponse response) {
    crossOrigin.describe(request.headers(), response.headers());
  }
}
