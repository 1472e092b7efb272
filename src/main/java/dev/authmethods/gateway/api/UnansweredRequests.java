package dev.authmethods.gateway.api;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a request whose body holds nothing: no handler feels responsible for it, and it would be answered with success. */
@Component
class UnansweredRequests implements WebFilter {

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).then(Mono.defer(() -> refusedUnlessAnswered(exchange)));
  }

  private static Mono<Void> refusedUnlessAnswered(ServerWebExchange exchange) {
    return exchange.getResponse().isCommitted() ? Mono.empty() : Mono.error(new ServerWebInputException("No request"));
  }
}
