package dev.authmethods.gateway.api.field;

import graphql.schema.DataFetcher;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/**
 * Leaves it to Spring to call the methods of controllers. What comes before every query and around every mutation stays as it
 * is.
 */
@Configuration(proxyBeanMethods = false)
@Profile("spring-invocation")
class SpringInvocation {

  @Bean
  static BeanDefinitionRegistryPostProcessor withoutOwnInvocation() {
    return beans -> beans.removeBeanDefinition("controllerFetchers");
  }

  @Bean
  GraphQlSourceBuilderCustomizer springFetchers(
    Constraints constraints,
    List<HandlerMethodArgumentResolver> arguments,
    BeanFactory beans,
    MeterRegistry registry
  ) {
    return new ControllerFetchers(constraints, arguments, beans, registry) {
      @Override
      DataFetcher<?> direct(SelfDescribingDataFetcher<?> mapped, boolean hasSource) {
        return mapped;
      }
    };
  }
}
