package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.Callers;
import dev.authmethods.gateway.access.Refusal;
import graphql.ExecutionResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * GraphQL over HTTP, on Reactor Netty itself: the layers of WebFlux and of its security cost more than all the rest of a
 * request. Nothing is read of a request before it has passed {@link Admission} and its token {@link Callers}; each is executed
 * on a virtual thread.
 */
@Component
class GraphQlEndpoint implements NettyRouteProvider {

  private static final Logger LOG = LoggerFactory.getLogger(GraphQlEndpoint.class);

  /** Asks for the cost when its value is {@code include}, in any case. */
  private static final String COST = "Upstream-Cost";
  private static final String INCLUDE = "include";

  private final String path;
  private final Bodies bodies;
  private final boolean costIsShown;
  private final Timeouts timeouts;
  private final Admission admission;
  private final Callers callers;
  private final Executions executions;

  GraphQlEndpoint(
    GraphQlProperties properties,
    LimitSettings limits,
    ApiSettings settings,
    Admission admission,
    Callers callers,
    Executions executions
  ) {
    this.path = properties.getHttp().getPath();
    this.bodies = new Bodies(limits.body());
    this.costIsShown = settings.upstreamCost();
    this.timeouts = new Timeouts(settings.requestTimeout());
    this.admission = admission;
    this.callers = callers;
    this.executions = executions;
  }

  @Override
  public HttpServerRoutes apply(HttpServerRoutes routes) {
    return routes.route(request -> path.equals(request.fullPath()), this::handle);
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    return admission.enter()
      ? Mono.defer(() -> answered(request, response)).doFinally(_ -> admission.leave())
      : HttpAnswer.OVERLOADED.sendTo(response);
  }

  private Mono<Void> answered(HttpServerRequest request, HttpServerResponse response) {
    var arrival = Instant.now();
    return callers
      .of(request.requestHeaders().getAll(HttpHeaderNames.AUTHORIZATION))
      .flatMap(caller -> answer(request, caller, arrival))
      .onErrorResume(GraphQlEndpoint::failure)
      .flatMap(answer -> answer.sendTo(response));
  }

  private Mono<HttpAnswer> answer(HttpServerRequest request, Caller caller, Instant arrival) {
    var headers = request.requestHeaders();
    var negotiation = Negotiation.of(
      request.method().name(),
      headers.get(HttpHeaderNames.CONTENT_TYPE),
      headers.get(HttpHeaderNames.ACCEPT)
    );
    var locale = Languages.of(headers.get(HttpHeaderNames.ACCEPT_LANGUAGE));
    return switch (negotiation) {
      case Negotiation.Refused(var answer) -> Mono.just(answer);
      case Negotiation.Agreed(var contentType) -> result(
        request,
        new Call(caller, arrival.plus(timeouts.of(headers.getAll(Timeouts.HEADER)))),
        locale
      ).map(result -> answer(result, contentType));
    };
  }

  private Mono<ExecutionResult> result(HttpServerRequest request, Call call, Locale locale) {
    return bodies
      .of(request, call.remaining())
      .flatMap(body -> executions.execute(body, call, locale))
      .map(execution -> wantsCost(request.requestHeaders()) ? execution.withCost() : execution.result());
  }

  private boolean wantsCost(HttpHeaders headers) {
    return costIsShown && headers.contains(COST, INCLUDE, true);
  }

  private static HttpAnswer answer(ExecutionResult result, String contentType) {
    var executed = result.isDataPresent() || !contentType.equals(Negotiation.GRAPHQL_RESPONSE);
    var status = executed ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    return new HttpAnswer(status.value(), contentType, Map.of(), ResultJson.of(result));
  }

  private static Mono<HttpAnswer> failure(Throwable thrown) {
    return Mono.just(
      switch (thrown) {
        case AuthenticationException refusal -> HttpAnswer.refusal(Refusal.of(refusal));
        case Bodies.TooLarge large -> large.answer();
        case ResponseStatusException known -> HttpAnswer.failure(known.getStatusCode(), Map.of());
        // The client has gone away; nobody reads this.
        case IOException _, AbortedException _ -> HttpAnswer.failure(HttpStatus.BAD_REQUEST, Map.of());
        default -> fault(thrown);
      }
    );
  }

  private static HttpAnswer fault(Throwable thrown) {
    LOG.error("Fault: {}", FieldErrors.trace(thrown));
    return HttpAnswer.failure(HttpStatus.INTERNAL_SERVER_ERROR, Map.of());
  }
}
