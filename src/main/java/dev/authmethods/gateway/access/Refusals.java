package dev.authmethods.gateway.access;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request without a good token, before any of it is read as GraphQL. Says nothing of what the token lacked. */
final class Refusals implements ServerAuthenticationEntryPoint {

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
    return refusal instanceof AuthenticationServiceException
      ? unavailable(exchange.getResponse())
      : unauthorized(exchange.getResponse(), refusal);
  }

  private static Mono<Void> unauthorized(ServerHttpResponse response, AuthenticationException refusal) {
    response.setStatusCode(HttpStatus.UNAUTHORIZED);
    response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
    return write(response, "A valid access token is required.", "UNAUTHENTICATED");
  }

  /** RFC 6750: no error code when there was no token. */
  private static String challenge(AuthenticationException refusal) {
    return switch (refusal) {
      case ClaimsChallenge more -> "Bearer error=\"insufficient_claims\", claims=\"" + more.claims() + "\"";
      case OAuth2AuthenticationException _ -> "Bearer error=\"invalid_token\"";
      default -> "Bearer";
    };
  }

  private static Mono<Void> unavailable(ServerHttpResponse response) {
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
    return write(response, "Access tokens cannot be checked at the moment.", "UNAVAILABLE");
  }

  private static Mono<Void> write(ServerHttpResponse response, String message, String code) {
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    var body = "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}".formatted(message, code);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
  }
}
