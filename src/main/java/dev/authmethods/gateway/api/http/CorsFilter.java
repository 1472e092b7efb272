package dev.authmethods.gateway.api.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets pages of allowed origins read answers outside the endpoint of GraphQL too, also refusals. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorsFilter implements WebFilter {

  private final CorsPolicy crossOrigin;

  CorsFilter(CorsPolicy crossOrigin) {
    this.crossOrigin = crossOrigin;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    crossOrigin.describe(exchange.getRequest().getHeaders(), exchange.getResponse().getHeaders());
    return chain.filter(exchange);
  }
}
