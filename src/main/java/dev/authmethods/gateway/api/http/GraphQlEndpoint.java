package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.Callers;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.access.RequestId;
import dev.authmethods.gateway.access.Unauthorized;
import dev.authmethods.gateway.api.ApiSettings;
import dev.authmethods.gateway.api.error.FieldErrors;
import dev.authmethods.gateway.api.error.RetryAfterHeader;
import dev.authmethods.gateway.api.execution.AdmissionControl;
import dev.authmethods.gateway.api.execution.RequestExecutor;
import dev.authmethods.gateway.api.limit.LimitSettings;
import dev.authmethods.gateway.api.request.GraphQlRequest;
import dev.authmethods.gateway.api.request.InvalidRequest;
import dev.authmethods.gateway.api.request.MemoryBudget;
import dev.authmethods.gateway.api.request.Overload;
import dev.authmethods.gateway.api.request.RequestMemory;
import dev.authmethods.gateway.api.request.RequestMethod;
import dev.authmethods.gateway.api.request.StrictJson;
import graphql.ExecutionResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.time.Instant;
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
 * GraphQL over HTTP, on Reactor Netty itself: the layers of WebFlux and of its security cost more than the gateway takes for the
 * whole request of an added phone. Nothing is read of a request before its token has passed {@link Callers}, and nothing executed
 * before {@link AdmissionControl} has a place for it; each is executed on a virtual thread.
 */
@Component
class GraphQlEndpoint implements NettyRouteProvider {

  private static final Logger LOG = LoggerFactory.getLogger(GraphQlEndpoint.class);

  /** Asks for the cost when its value is {@code include}, in any case. */
  private static final String COST = "Upstream-Cost";
  private static final String INCLUDE = "include";

  /** The trace that the client's request belongs to. Source: W3C Trace Context. */
  private static final String TRACE_PARENT = "traceparent";

  /** Of memory, for requests that take more than {@link RequestMemory#FREE_BYTES}: their bodies, documents and answers. */
  static final long REQUESTS_BYTES = 20 * 1024 * 1024;

  private final String path;
  private final BodyReader bodies;
  private final int maxAnswerBytes;
  private final MemoryBudget budget = new MemoryBudget(REQUESTS_BYTES, REQUESTS_BYTES / 2);
  private final boolean costIsShown;
  private final StatusProfile profile;
  private final RequestTimeout timeouts;
  private final CorsPolicy crossOrigin;
  private final AdmissionControl admission;
  private final Callers callers;
  private final RequestExecutor executions;

  GraphQlEndpoint(
    GraphQlProperties properties,
    LimitSettings limits,
    ApiSettings settings,
    HttpSettings http,
    CorsPolicy crossOrigin,
    AdmissionControl admission,
    Callers callers,
    RequestExecutor executions
  ) {
    this.path = properties.getHttp().getPath();
    this.bodies = new BodyReader(limits.body(), settings.requestTimeout());
    this.maxAnswerBytes = Math.toIntExact(limits.answer().toBytes());
    this.costIsShown = http.upstreamCost();
    this.profile = http.statusProfile();
    this.timeouts = new RequestTimeout(settings.requestTimeout());
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
    if (admission.isFull()) {
      admission.turnAway();
      return JsonResponse.OVERLOADED.sendTo(response);
    }
    return Mono.defer(() -> answered(request, response));
  }

  private Mono<Void> answered(HttpServerRequest request, HttpServerResponse response) {
    var arrival = Instant.now();
    var memory = new RequestMemory(budget);
    var headers = request.requestHeaders();
    var id = RequestId.of(headers.getAll(TRACE_PARENT));
    response.responseHeaders().set(RequestId.HEADER, id);
    var negotiation = ContentNegotiation.of(
      request.method().name(),
      value(headers, HttpHeaderNames.CONTENT_TYPE),
      value(headers, HttpHeaderNames.ACCEPT)
    );
    return caller(headers)
      .doOnNext(caller -> memory.belongsTo(caller.objectId()))
      .flatMap(caller ->
        answer(request, negotiation, new RequestContext(id, caller, deadline(headers, arrival)), memory)
      )
      .onErrorResume(thrown -> Mono.just(failure(id, thrown, negotiation.representation())))
      .flatMap(answer -> profile.typed(answer).sendTo(response))
      .doFinally(_ -> memory.release());
  }

  /**
   * An exception that a token causes is the gateway's fault; it is wrapped, since Reactor does not answer errors of the
   * virtual machine.
   */
  private Mono<Caller> caller(HttpHeaders headers) {
    try {
      return callers.of(headers.getAll(HttpHeaderNames.AUTHORIZATION));
    } catch (StackOverflowError tooDeep) {
      return Mono.error(new IllegalStateException(tooDeep));
    }
  }

  private Instant deadline(HttpHeaders headers, Instant arrival) {
    return arrival.plus(timeouts.of(headers.getAll(RequestTimeout.HEADER)));
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

  private Mono<JsonResponse> answer(
    HttpServerRequest request,
    ContentNegotiation negotiation,
    RequestContext call,
    RequestMemory memory
  ) {
    return switch (negotiation) {
      case ContentNegotiation.Refused(var status, var more, var representation) -> Mono.just(
        JsonResponse.failure(status, more, representation)
      );
      case ContentNegotiation.Agreed(var method, var representation) -> result(request, method, call, memory).map(
        result -> answer(result, representation, memory)
      );
    };
  }

  private Mono<ExecutionResult> result(
    HttpServerRequest request,
    RequestMethod method,
    RequestContext call,
    RequestMemory memory
  ) {
    var locale = AcceptLanguage.of(request.requestHeaders().get(HttpHeaderNames.ACCEPT_LANGUAGE));
    return asked(request, method, memory)
      .flatMap(asked -> admission.admit(call.caller().objectId(), executions.execute(asked, call, memory, locale)))
      .map(execution -> wantsCost(request.requestHeaders()) ? execution.withCost() : execution.result());
  }

  /** Not read here, since that takes longer than this thread may. */
  private Mono<Supplier<GraphQlRequest>> asked(HttpServerRequest request, RequestMethod method, RequestMemory memory) {
    return method.hasBody()
      ? bodies.of(request, memory).map(body -> () -> read(method, body, memory))
      : Mono.just(() -> GraphQlRequest.of(method, request.uri()));
  }

  private static GraphQlRequest read(RequestMethod method, byte[] body, RequestMemory memory) {
    memory.hold(StrictJson.bytesInMemory(body));
    return GraphQlRequest.of(method, body);
  }

  private boolean wantsCost(HttpHeaders headers) {
    return costIsShown && headers.contains(COST, INCLUDE, true);
  }

  /** Every failure is an answer too; it is wrapped, since Reactor does not answer errors of the virtual machine. */
  private JsonResponse answer(ExecutionResult result, ResponseMediaType representation, RequestMemory memory) {
    try {
      var json = ResultWriter.of(result, maxAnswerBytes, memory);
      return new JsonResponse(profile.of(result, representation), representation, RetryAfterHeader.of(result), json);
    } catch (VirtualMachineError fault) {
      throw new IllegalStateException(fault);
    }
  }

  private JsonResponse failure(String id, Throwable thrown, ResponseMediaType representation) {
    return switch (thrown) {
      case AuthenticationException refusal -> JsonResponse.refusal(Unauthorized.of(refusal), representation);
      case InvalidRequest refusal -> JsonResponse.refusal(profile.of(refusal), refusal, representation);
      case BodyReader.TooLarge large -> large.answer().as(representation);
      case ResultWriter.TooLarge large -> large.answer().as(representation);
      case Overload _ -> JsonResponse.OVERLOADED.as(representation);
      case ResponseStatusException known -> failure(known.getStatusCode(), representation);
      // The client has gone away; nobody reads this.
      case IOException _, AbortedException _ -> failure(HttpStatus.BAD_REQUEST, representation);
      default -> fault(id, thrown, representation);
    };
  }

  private static JsonResponse failure(HttpStatusCode status, ResponseMediaType representation) {
    return JsonResponse.failure(status, Map.of(), representation);
  }

  private static JsonResponse fault(String id, Throwable thrown, ResponseMediaType representation) {
    LOG.error("Fault {}: {}", id, FieldErrors.trace(thrown));
    return failure(HttpStatus.INTERNAL_SERVER_ERROR, representation);
  }
}
