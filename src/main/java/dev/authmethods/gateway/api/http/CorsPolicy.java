package dev.authmethods.gateway.api.http;

import dev.authmethods.gateway.api.request.RequestMethod;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Tells browsers which pages of other sites may ask, and read the answers: those of the origins that are set, and never with
 * credentials of the browser's own, of which there are none. Source: the Fetch standard, CORS protocol.
 *
 * <p>Not by Netty's handler: that one handles every request to the server, and when several requests share one
 * connection, it treats each answer as the answer to the last of them.
 */
@Component
@EnableConfigurationProperties(HttpSettings.class)
public class CorsPolicy {

  /** The headers that the gateway reads. */
  private static final List<String> READ_HERE = List.of(
    "Authorization",
    "Content-Type",
    "Accept",
    "Accept-Language",
    "Request-Timeout",
    "Upstream-Cost"
  );

  /** The headers that clients and their monitoring add; the gateway does not read them. */
  private static final List<String> SENT_BY_CLIENTS = List.of(
    // Apollo's clients for the web, Kotlin and iOS, and for what can be uploaded.
    "Apollographql-Client-Name",
    "Apollographql-Client-Version",
    "Apollo-Require-Preflight",
    "X-Apollo-Operation-Id",
    "X-Apollo-Operation-Name",
    "X-Apollo-Operation-Type",
    "X-Apollo-Cache-Do-Not-Store",
    "GraphQL-Preflight",
    "GraphQL-Client-Name",
    "GraphQL-Client-Version",
    "X-GraphQL-Client-Name",
    "X-GraphQL-Client-Version",
    "X-Requested-With",
    "Cache-Control",
    "Pragma",
    // W3C Trace Context and Baggage, and what came before them.
    "Traceparent",
    "Tracestate",
    "Baggage",
    "Sentry-Trace",
    "B3",
    "X-B3-TraceId",
    "X-B3-SpanId",
    "X-B3-ParentSpanId",
    "X-B3-Sampled",
    "X-B3-Flags",
    "Uber-Trace-Id",
    "X-Datadog-Trace-Id",
    "X-Datadog-Parent-Id",
    "X-Datadog-Origin",
    "X-Datadog-Sampling-Priority",
    "X-Datadog-Tags",
    "Newrelic",
    "X-NewRelic-Id",
    "X-NewRelic-Transaction",
    "Elastic-Apm-Traceparent",
    "X-Dynatrace",
    "X-Dtc",
    "X-Dtpc",
    "X-Amzn-Trace-Id",
    "X-Cloud-Trace-Context",
    "Request-Id",
    "Request-Context",
    "X-Request-Id",
    "X-Correlation-Id",
    "X-MS-Client-Request-Id",
    "Client-Request-Id"
  );
  private static final String READ = "Allow, Request-Id, Retry-After, WWW-Authenticate";

  /** A cache must not give an answer that depends on the origin, or on a preflight, to others. */
  private static final String VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  /** Two hours, the most that browsers keep it. */
  private static final String SECONDS = "7200";

  private final Set<String> origins;
  private final String headers;

  CorsPolicy(HttpSettings settings) {
    this.origins = settings.allowedOrigins().stream().map(Origin::value).collect(Collectors.toUnmodifiableSet());
    this.headers = Stream.of(
      READ_HERE,
      SENT_BY_CLIENTS,
      settings.allowedHeaders().stream().map(HeaderName::value).toList()
    )
      .flatMap(List::stream)
      .collect(Collectors.joining(", "));
  }

  /** Lets the page read the answer that asks, if it may. */
  public void describe(HttpHeaders request, HttpHeaders response) {
    if (origins.isEmpty()) {
      return;
    }
    describe(origin(request), response::set);
  }

  /** The same where Spring serves. */
  public void describe(org.springframework.http.HttpHeaders request, org.springframework.http.HttpHeaders response) {
    if (!origins.isEmpty()) {
      describe(request.getOrigin(), (name, value) -> response.set(name.toString(), value));
    }
  }

  private void describe(@Nullable String origin, BiConsumer<CharSequence, String> header) {
    header.accept(HttpHeaderNames.VARY, VARY);
    if (origin != null && origins.contains(origin)) {
      header.accept(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      header.accept(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
    }
  }

  /** If nothing of a request could be read, it came from the one allowed origin, or its page learns nothing. */
  private @Nullable String origin(HttpHeaders request) {
    return request.isEmpty() && origins.size() == 1 ? origins.iterator().next() : request.get(HttpHeaderNames.ORIGIN);
  }

  private boolean isAllowed(HttpHeaders request) {
    var origin = request.get(HttpHeaderNames.ORIGIN);
    return origin != null && origins.contains(origin);
  }

  /** Whether a browser asks on behalf of a page that may ask what it may ask. It has no token. */
  boolean isPreflight(HttpServerRequest request) {
    return (
      !origins.isEmpty() &&
      HttpMethod.OPTIONS.equals(request.method()) &&
      request.requestHeaders().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD) &&
      isAllowed(request.requestHeaders())
    );
  }

  /** Tells it; whether that is enough for the page it sees itself. */
  Mono<Void> answer(HttpServerResponse response) {
    response
      .status(HttpResponseStatus.NO_CONTENT)
      .responseHeaders()
      .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, RequestMethod.ALL)
      .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, headers)
      .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, SECONDS)
      .remove(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
    return response.send();
  }
}
