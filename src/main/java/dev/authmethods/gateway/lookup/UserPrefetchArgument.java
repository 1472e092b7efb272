package dev.authmethods.gateway.lookup;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives controllers the {@link UserPrefetch} of their field. */
@Component
class UserPrefetchArgument implements HandlerMethodArgumentResolver {

  private final List<UserFieldLookup<?>> lookups;

  UserPrefetchArgument(List<UserFieldLookup<?>> lookups) {
    this.lookups = lookups;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == UserPrefetch.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return SelectedUserPrefetch.of(environment, lookups);
  }
}
