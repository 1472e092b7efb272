package dev.authmethods.gateway.api.playground;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the playground, if it is switched on, and all of it from here: the page may request nothing from another host.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlaygroundSettings.class)
class PlaygroundRoutes {

  private static final String FILES = "playground/";
  private static final String POLICY = String.join(
    "; ",
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  );

  /** The names of assets change with their content. */
  private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** There in any case: which beans there are is decided by the build, what they do by settings. */
  @Bean
  RouterFunction<ServerResponse> playground(PlaygroundSettings settings, GraphQlProperties graphQl) {
    return settings.enabled() ? files(settings, graphQl) : request -> Mono.empty();
  }

  private static RouterFunction<ServerResponse> files(PlaygroundSettings settings, GraphQlProperties graphQl) {
    var known = new LinkedHashMap<String, Object>();
    known.put("graphqlPath", graphQl.getHttp().getPath());
    known.put("sandboxPath", settings.sandboxPath());
    return route(GET("/").or(GET("/playground")).or(GET("/playground/")), request -> page())
      .andRoute(GET("/playground/settings.json"), request -> ServerResponse.ok().bodyValue(known))
      .andRoute(GET("/playground/form.html"), request ->
        ServerResponse.permanentRedirect(URI.create("/playground/desk.html")).build()
      )
      .and(files("assets/", FOR_EVER))
      .and(files("", CacheControl.noCache()))
      .filter((request, next) -> {
        guard(request.exchange().getResponse().getHeaders());
        return next.handle(request);
      });
  }

  private static RouterFunction<ServerResponse> files(String folder, CacheControl cache) {
    var place = new ClassPathResource(FILES + folder);
    return RouterFunctions.resources("/playground/" + folder + "**", place, (file, headers) ->
      headers.setCacheControl(cache)
    );
  }

  private static Mono<ServerResponse> page() {
    return ServerResponse.ok()
      .contentType(MediaType.TEXT_HTML)
      .bodyValue(new ClassPathResource(FILES + "index.html"));
  }

  private static void guard(HttpHeaders headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Referrer-Policy", "no-referrer");
  }
}
