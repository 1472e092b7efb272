package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookups;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives mutations the context that they need in addition to their input. */
@Component
class MutationContextArgument implements HandlerMethodArgumentResolver {

  private final Constraints constraints;

  MutationContextArgument(Constraints constraints) {
    this.constraints = constraints;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == MutationContext.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return new MutationContext(
      Objects.requireNonNull(environment.getGraphQlContext().<RequestContext>get(RequestContext.class)),
      new Violations(constraints.check(environment)),
      IdentityLookups.of(environment)
    );
  }
}
