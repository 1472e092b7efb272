package dev.authmethods.gateway.access.security;

import dev.authmethods.gateway.access.Unauthorized;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers requests without a good token, except those to the GraphQL endpoint, which answers them itself. */
final class UnauthorizedEntryPoint implements ServerAuthenticationEntryPoint {

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
    return write(exchange.getResponse(), Unauthorized.of(refusal));
  }

  private static Mono<Void> write(ServerHttpResponse response, Unauthorized refusal) {
    response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
    refusal.headers().forEach(response.getHeaders()::set);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    var body = refusal.body().getBytes(StandardCharsets.UTF_8);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }
}
