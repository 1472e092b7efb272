package dev.authmethods.gateway.api;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Gives each connection its {@link Door}, and tells the doors whom they turn away: requests to GraphQL while the gateway is full. */
@Component
class Doors implements NettyServerCustomizer {

  private final String path;
  private final CrossOrigin crossOrigin;
  private final Admission admission;

  Doors(GraphQlProperties properties, CrossOrigin crossOrigin, Admission admission) {
    this.path = properties.getHttp().getPath();
    this.crossOrigin = crossOrigin;
    this.admission = admission;
  }

  @Override
  public HttpServer apply(HttpServer server) {
    return server.doOnChannelInit((_, channel, _) -> guard(channel.pipeline()));
  }

  private void guard(ChannelPipeline pipeline) {
    if (pipeline.get(NettyPipeline.HttpCodec) != null) {
      pipeline.addAfter(NettyPipeline.HttpCodec, "door", new Door(this));
    }
  }

  /** A browser that asks what it may ask is told by the endpoint: otherwise it would not see what it is told next. */
  boolean isTurnedAway(HttpRequest request) {
    return admission.isFull() && isForGraphQl(request.uri()) && !HttpMethod.OPTIONS.equals(request.method());
  }

  private boolean isForGraphQl(String uri) {
    return uri.startsWith(path) && (uri.length() == path.length() || uri.charAt(path.length()) == '?');
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
