package dev.authmethods.gateway.api.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.authmethods.gateway.api.ApiSettings;
import graphql.Directives;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphqlTypeComparatorRegistry;
import graphql.schema.idl.SchemaPrinter;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the schema as one text in the schema definition language, at {@code /graphql/schema}. Only if introspection is
 * on, for a client that has a token. Unlike introspection, it shows the directives.
 *
 * <p>Printed at the start, once: an answer costs nothing that {@code AdmissionControl} would have to watch.
 */
@Configuration(proxyBeanMethods = false)
class SchemaRoute {

  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /** There in any case: which beans there are is decided by the build, what they do by settings. */
  @Bean
  RouterFunction<ServerResponse> schemaText(ApiSettings settings, GraphQlProperties graphQl, GraphQlSource source) {
    return settings.introspection()
      ? text(graphQl.getHttp().getPath() + "/schema", print(source.schema()))
      : request -> Mono.empty();
  }

  private static RouterFunction<ServerResponse> text(String path, String schema) {
    return route(GET(path), request -> ServerResponse.ok().contentType(TEXT).bodyValue(schema));
  }

  /** Types by their names, fields in the order of the schema's files, and nothing that every reader of the language knows. */
  static String print(GraphQLSchema schema) {
    var options = SchemaPrinter.Options.defaultOptions()
      .includeScalarTypes(true)
      .includeDirectiveDefinition(name -> !Directives.isBuiltInDirective(name))
      .setComparators(GraphqlTypeComparatorRegistry.AS_IS_REGISTRY);
    // The printer indents the empty lines of descriptions, and some parsers read these spaces as a part of them.
    return new SchemaPrinter(options).print(schema).replaceAll("(?m)^ +$", "");
  }
}
