package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.MutationContext;
import dev.authmethods.gateway.error.Violations;
import dev.authmethods.gateway.lookup.IdentityLookups;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
      IdentityLookups.of(environment),
      new MutationContext.Origin(
        environment.getField().getName(),
        reason(environment),
        environment.getExecutionId().toString(),
        null
      )
    );
  }

  /** Every mutation has it in its one argument, and no mutation has a use for it. */
  private static @Nullable String reason(DataFetchingEnvironment environment) {
    Map<String, Object> input = environment.getArgument("input");
    return input == null ? null : (String) input.get("reason");
  }
}
