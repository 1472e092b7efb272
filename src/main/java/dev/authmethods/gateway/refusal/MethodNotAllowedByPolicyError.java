package dev.authmethods.gateway.refusal;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import java.util.List;

/**
 * The tenant's policy does not let the user have methods of a kind. Source:
 * https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicies-overview
 */
@ErrorInfo(category = ErrorCategory.CONFLICT)
public record MethodNotAllowedByPolicyError(
  List<String> path,
  AuthenticationMethodKind kind,
  PolicyRefusal policyRefusal
) implements ExpectedError {
  @Override
  public String messageKey() {
    return policyRefusal == PolicyRefusal.SWITCHED_OFF ? code() + ".SWITCHED_OFF" : code();
  }
}
