package dev.authmethods.sandbox.control;

import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.List;
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
import reactor.netty.http.client.HttpClientResponse;

/** Hands requests for the controls on to the sandbox, so that a page of the gateway needs no other origin. */
public final class ControlRelay implements WebFilter, Ordered {

  /** From which the controls see that a page of another site asks. */
  private static final List<String> OF_THE_BROWSER = List.of(HttpHeaders.HOST, HttpHeaders.ORIGIN, "Sec-Fetch-Site");
  private static final List<String> OF_THE_SANDBOX = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CACHE_CONTROL);

  private final HttpClient controls;

  public ControlRelay(URI controls) {
    this.controls = HttpClient.create().baseUrl(controls.resolve("/").toString());
  }

  /** Before security: the controls are no part of the gateway, and hand out the tokens that it asks for. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var path = exchange.getRequest().getPath().value();
    return (path + "/").startsWith(Control.PREFIX + "/") ? relay(exchange) : chain.filter(exchange);
  }

  private Mono<Void> relay(ServerWebExchange exchange) {
    var request = exchange.getRequest();
    var body = DataBufferUtils.join(request.getBody()).map(NettyDataBufferFactory::toByteBuf);
    return controls
      .headers(headers -> OF_THE_BROWSER.forEach(name -> copy(name, request.getHeaders(), headers)))
      .request(HttpMethod.valueOf(request.getMethod().name()))
      .uri(request.getPath().value())
      .send((outgoing, connection) -> connection.send(body))
      .responseSingle((answer, content) ->
        content
          .asByteArray()
          .defaultIfEmpty(new byte[0])
          .flatMap(bytes -> write(exchange.getResponse(), answer, bytes))
      );
  }

  private static void copy(String name, HttpHeaders from, io.netty.handler.codec.http.HttpHeaders to) {
    var value = from.getFirst(name);
    if (value != null) {
      to.set(name, value);
    }
  }

  private static Mono<Void> write(ServerHttpResponse response, HttpClientResponse answer, byte[] content) {
    DataBufferFactory buffers = response.bufferFactory();
    response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
    OF_THE_SANDBOX.forEach(name -> response.getHeaders().set(name, answer.responseHeaders().get(name, "")));
    return response.writeWith(Mono.fromSupplier(() -> buffers.wrap(content)));
  }
}
