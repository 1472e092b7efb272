package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link Call}. */
@Component
class CallArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Call.class;
  }

  @Override
  public @Nullable Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return environment.getGraphQlContext().get(Call.class);
  }
}
