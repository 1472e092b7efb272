package dev.authmethods.gateway.api.playground;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.authmethods.gateway.access.TokenIssuer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the playground, if it is switched on, and all of it from here: the pages may request nothing from another host but the
 * login, and that only where they sign in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlaygroundSettings.class)
class PlaygroundRoutes {

  private static final String PATH = "/playground/";

  /** There in any case: which beans there are is decided by the build, what they do by settings. */
  @Bean
  RouterFunction<ServerResponse> playground(
    PlaygroundSettings settings,
    GraphQlProperties graphQl,
    TokenIssuer issuer,
    @Value("${gateway.access.scope:access_as_user}") String scopeOfTokens
  ) {
    if (!settings.enabled()) {
      return request -> Mono.empty();
    }
    var signIn = PlaygroundSignIn.of(settings, issuer, scopeOfTokens);
    return pages(known(settings, graphQl, signIn), policy(signIn));
  }

  private static Map<String, Object> known(
    PlaygroundSettings settings,
    GraphQlProperties graphQl,
    PlaygroundSignIn signIn
  ) {
    var known = new LinkedHashMap<String, Object>();
    known.put("graphqlPath", graphQl.getHttp().getPath());
    known.put("sandboxPath", settings.sandboxPath());
    known.putAll(signIn.known());
    return known;
  }

  private static RouterFunction<ServerResponse> pages(Map<String, Object> known, String policy) {
    return route(GET("/playground/settings.json"), request -> ServerResponse.ok().bodyValue(known))
      .andRoute(GET("/playground/form.html"), request ->
        ServerResponse.permanentRedirect(URI.create("/playground/desk.html")).build()
      )
      .and(request -> Mono.justOrEmpty(file(request)))
      .filter((request, next) -> {
        guard(request.exchange().getResponse().getHeaders(), policy);
        return next.handle(request);
      });
  }

  private static Optional<HandlerFunction<ServerResponse>> file(ServerRequest request) {
    var isRead = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return isRead ? PlaygroundFiles.named(nameIn(request.path())) : Optional.empty();
  }

  private static String nameIn(String path) {
    return switch (path) {
      case "/", "/playground", PATH -> "index.html";
      default -> path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    };
  }

  private static String policy(PlaygroundSignIn signIn) {
    return String.join(
      "; ",
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self'",
      "font-src 'self' data:",
      "connect-src " + signIn.origins(),
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'"
    );
  }

  private static void guard(HttpHeaders headers, String policy) {
    headers.set("Content-Security-Policy", policy);
    headers.set("Referrer-Policy", "no-referrer");
  }
}
