package dev.authmethods.gateway.api.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlHttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Serves {@code POST /graphql} by Spring GraphQL's own handler in place of ours, over the same engine: on a route of its own,
 * before WebFlux's dispatcher and Spring Security, or behind both where the profile {@code spring-dispatcher} is active.
 */
@Configuration(proxyBeanMethods = false)
@Profile("spring-handler")
class SpringEndpoint {

  private static final String PATH = "/graphql";

  @Bean
  static BeanDefinitionRegistryPostProcessor withoutOwnEndpoint() {
    return beans -> beans.removeBeanDefinition("graphQlEndpoint");
  }

  @Bean
  RouterFunction<ServerResponse> springRoute(ExecutionGraphQlService service, SpringRequests requests) {
    var handler = new GraphQlHttpHandler(WebGraphQlHandler.builder(service).interceptor(requests).build());
    return RouterFunctions.route(POST(PATH), handler::handleRequest);
  }

  /** The dispatcher knows the route too, but no request comes so far. */
  @Bean
  @Profile("!spring-dispatcher")
  NettyRouteProvider bareRoute(RouterFunction<ServerResponse> springRoute) {
    var bare = new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(springRoute));
    return routes -> routes.route(request -> PATH.equals(request.fullPath()), bare);
  }
}
