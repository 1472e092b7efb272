package dev.authmethods.sandbox;

import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Hands requests for the controls on to the sandbox, so that a page of the gateway needs no other origin. */
final class ControlRelay implements WebFilter, Ordered {

  private final HttpClient controls;

  ControlRelay(URI controls) {
    this.controls = HttpClient.create().baseUrl(controls.resolve("/").toString());
  }

  /** Before security: the controls are no part of the gateway, and hand out the tokens that it asks for. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return exchange
      .getRequest()
      .getPath()
      .value()
      .startsWith(Control.PREFIX + "/")
      ? relay(exchange)
      : chain.filter(exchange);
  }

  private Mono<Void> relay(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var body = DataBufferUtils.join(request.getBody()).map(NettyDataBufferFactory::toByteBuf);
    return controls
      .request(HttpMethod.valueOf(request.getMethod().name()))
      .uri(request.getPath().value())
      .send((outgoing, connection) -> connection.send(body))
      .responseSingle((answer, content) ->
        content
          .asByteArray()
          .defaultIfEmpty(new byte[0])
          .flatMap(bytes -> write(exchange.getResponse(), answer.status().code(), bytes))
      );
  }

  private static Mono<Void> write(ServerHttpResponse response, int status, byte[] content) {
    DataBufferFactory buffers = response.bufferFactory();
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "application/json");
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    return response.writeWith(Mono.fromSupplier(() -> buffers.wrap(content)));
  }
}
