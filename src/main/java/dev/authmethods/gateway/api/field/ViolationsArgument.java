package dev.authmethods.gateway.api.field;

import dev.authmethods.gateway.error.Violations;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Gives mutations the constraints that their input breaks, to be answered beside the rules. */
@Component
class ViolationsArgument implements HandlerMethodArgumentResolver {

  private final Constraints constraints;

  ViolationsArgument(Constraints constraints) {
    this.constraints = constraints;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Violations.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    return new Violations(constraints.check(environment));
  }
}
