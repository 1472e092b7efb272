package dev.authmethods.gateway.api;

import dev.authmethods.gateway.entra.UserFieldLookup;
import dev.authmethods.gateway.entra.Wave;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link Wave} of their field. */
@Component
class WaveArgument implements HandlerMethodArgumentResolver {

  private final List<UserFieldLookup<?>> lookups;

  WaveArgument(List<UserFieldLookup<?>> lookups) {
    this.lookups = lookups;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Wave.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return SelectionWave.of(environment, lookups);
  }
}
