package dev.authmethods.gateway.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Tells browsers which pages of other sites may ask, and read the answers: those of the origins that are set, and never with
 * credentials of the browser's own, of which there are none. Source: the Fetch standard, CORS protocol.
 *
 * <p>Not by Netty's handler: it stands before all that is served, and takes the answers to several requests on one connection for
 * answers to the last of them.
 */
@Component
@EnableConfigurationProperties(ApiSettings.class)
class CrossOrigin {

  private static final String ASKED_WITH =
    "Authorization, Content-Type, Accept, Accept-Language, Request-Timeout, Upstream-Cost";
  private static final String READ = "Allow, Retry-After, WWW-Authenticate";

  /** What depends on the origin, or on what a preflight asks, is not for others. */
  private static final String VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  /** Two hours, the most that browsers keep it. */
  private static final String SECONDS = "7200";

  private final Set<String> origins;

  CrossOrigin(ApiSettings settings) {
    this.origins = settings.allowedOrigins().stream().map(Origin::value).collect(Collectors.toUnmodifiableSet());
  }

  /** Lets the page read the answer that asks, if it may. */
  void describe(HttpHeaders request, HttpHeaders response) {
    if (origins.isEmpty()) {
      return;
    }
    response.set(HttpHeaderNames.VARY, VARY);
    if (isAllowed(request)) {
      response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, request.get(HttpHeaderNames.ORIGIN));
      response.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
    }
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
      .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ASKED_WITH)
      .set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, SECONDS)
      .remove(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS);
    return response.send();
  }
}
