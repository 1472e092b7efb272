package dev.authmethods.gateway.api.schema;

import graphql.scalars.ExtendedScalars;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the schema together: its scalars, and the controllers behind its fields. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

  /** The engine's own {@code ID} is there already: nothing else may take the place of something. */
  @Bean
  RuntimeWiringConfigurer scalars() {
    // Without the library's description, which introspection would show in place of the schema's.
    var dateTime = ExtendedScalars.DateTime.transform(scalar -> scalar.description(null));
    return wiring -> wiring.scalar(dateTime).strictMode(false).scalar(IdCoercing.ID).strictMode(true);
  }

  /** Without an executor: a controller runs on the thread of its request, which may block. */
  @Bean
  AnnotatedControllerConfigurer annotatedControllerConfigurer(List<HandlerMethodArgumentResolver> arguments) {
    var controllers = new AnnotatedControllerConfigurer();
    arguments.forEach(controllers::addCustomArgumentResolver);
    return controllers;
  }
}
