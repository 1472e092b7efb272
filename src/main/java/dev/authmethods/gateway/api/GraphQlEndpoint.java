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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
  private final StatusProfile profile;
  private final Timeouts timeouts;
  private final CrossOrigin crossOrigin;
  private final Admission admission;
  private final Callers callers;
  private final Executions executions;

  GraphQlEndpoint(
    GraphQlProperties properties,
    LimitSettings limits,
    ApiSettings settings,
    CrossOrigin crossOrigin,
    Admission admission,
    Callers callers,
    Executions executions
  ) {
    this.path = properties.getHttp().getPath();
    this.bodies = new Bodies(limits.body());
    this.costIsShown = settings.upstreamCost();
    this.profile = settings.statusProfile();
    this.timeouts = new Timeouts(settings.requestTimeout());
    this.crossOrigin = crossOrigin;
    this.admission = admission;
    this.callers = callers;
    this.executions = executions;
  }

  @Override
  public HttpServerRoutes apply(HttpServerRoutes routes) {
    return routes.route(request -> path.equals(request.fullPath()), this::handle);
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    crossOrigin.describe(request.requestHeaders(), response.responseHeaders());
    return crossOrigin.isPreflight(request) ? crossOrigin.answer(response) : admitted(request, response);
  }

  private Publisher<Void> admitted(HttpServerRequest request, HttpServerResponse response) {
    return admission.enter()
      ? Mono.defer(() -> answered(request, response)).doFinally(_ -> admission.leave())
      : HttpAnswer.OVERLOADED.sendTo(response);
  }

  private Mono<Void> answered(HttpServerRequest request, HttpServerResponse response) {
    var arrival = Instant.now();
    var headers = request.requestHeaders();
    var negotiation = Negotiation.of(
      request.method().name(),
      value(headers, HttpHeaderNames.CONTENT_TYPE),
      value(headers, HttpHeaderNames.ACCEPT)
    );
    return callers
      .of(headers.getAll(HttpHeaderNames.AUTHORIZATION))
      .flatMap(caller -> answer(request, negotiation, caller, arrival))
      .onErrorResume(thrown -> Mono.just(failure(thrown, negotiation.representation())))
      .flatMap(answer -> profile.typed(answer).sendTo(response));
  }

  /** Several lines of one header are one list. Source: RFC 9110, section 5.3. */
  private static @Nullable String value(HttpHeaders headers, CharSequence name) {
    var lines = headers.getAll(name);
    return switch (lines.size()) {
      case 0 -> null;
      case 1 -> lines.getFirst();
      default -> String.join(",", lines);
    };
  }

  private Mono<HttpAnswer> answer(HttpServerRequest request, Negotiation negotiation, Caller caller, Instant arrival) {
    var headers = request.requestHeaders();
    return switch (negotiation) {
      case Negotiation.Refused(var status, var more, var representation) -> Mono.just(
        HttpAnswer.failure(status, more, representation)
      );
      case Negotiation.Agreed(var method, var representation) -> result(
        request,
        method,
        new Call(caller, arrival.plus(timeouts.of(headers.getAll(Timeouts.HEADER)))),
        Languages.of(headers.get(HttpHeaderNames.ACCEPT_LANGUAGE))
      ).map(result -> answer(result, representation));
    };
  }

  private Mono<ExecutionResult> result(HttpServerRequest request, RequestMethod method, Call call, Locale locale) {
    return asked(request, method, call)
      .flatMap(asked -> executions.execute(asked, call, locale))
      .map(execution -> wantsCost(request.requestHeaders()) ? execution.withCost() : execution.result());
  }

  /** Not read here, since that takes longer than this thread may. */
  private Mono<Supplier<GraphQlRequest>> asked(HttpServerRequest request, RequestMethod method, Call call) {
    return method.hasBody()
      ? bodies.of(request, call.remaining()).map(body -> () -> GraphQlRequest.of(method, body))
      : Mono.just(() -> GraphQlRequest.of(method, request.uri()));
  }

  private boolean wantsCost(HttpHeaders headers) {
    return costIsShown && headers.contains(COST, INCLUDE, true);
  }

  private HttpAnswer answer(ExecutionResult result, Representation representation) {
    return new HttpAnswer(profile.of(result, representation), representation, Map.of(), ResultJson.of(result));
  }

  private HttpAnswer failure(Throwable thrown, Representation representation) {
    return switch (thrown) {
      case AuthenticationException refusal -> HttpAnswer.refusal(Refusal.of(refusal), representation);
      case RequestRefusal refusal -> HttpAnswer.refusal(profile.of(refusal), refusal, representation);
      case Bodies.TooLarge large -> large.answer().as(representation);
      case ResponseStatusException known -> failure(known.getStatusCode(), representation);
      // The client has gone away; nobody reads this.
      case IOException _, AbortedException _ -> failure(HttpStatus.BAD_REQUEST, representation);
      default -> fault(thrown, representation);
    };
  }

  private static HttpAnswer failure(HttpStatusCode status, Representation representation) {
    return HttpAnswer.failure(status, Map.of(), representation);
  }

  private static HttpAnswer fault(Throwable thrown, Representation representation) {
    LOG.error("Fault: {}", FieldErrors.trace(thrown));
    return failure(HttpStatus.INTERNAL_SERVER_ERROR, representation);
  }
}
