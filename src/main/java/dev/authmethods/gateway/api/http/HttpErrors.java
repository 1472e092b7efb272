package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.error.FieldErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers what is no GraphQL request with a status and a code, and nothing of what went wrong inside. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HttpErrors implements WebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HttpErrors.class);

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(thrown);
    }
    var status = status(thrown);
    if (status.is5xxServerError()) {
      LOG.error("Fault {}: {}", exchange.getRequest().getId(), FieldErrors.trace(thrown));
    }
    if (thrown instanceof ErrorResponse known) {
      response.getHeaders().putAll(known.getHeaders());
    }
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
    var body = JsonResponse.failureBody(status);
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static HttpStatusCode status(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof DataBufferLimitException) {
        return HttpStatus.CONTENT_TOO_LARGE;
      }
    }
    return thrown instanceof ErrorResponse known ? known.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
  }
}
