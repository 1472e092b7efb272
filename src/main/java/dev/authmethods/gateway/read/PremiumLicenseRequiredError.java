package dev.authmethods.gateway.read;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;

/** The tenant lacks the licence that Microsoft asks for. Source: https://learn.microsoft.com/graph/api/resources/signinactivity */
@ErrorInfo(category = ErrorCategory.UNSUPPORTED)
public record PremiumLicenseRequiredError(List<String> path) implements ExpectedError {
  private static final String CODE = "Authentication_RequestFromNonPremiumTenantOrB2CTenant";

  /** Whether Microsoft Graph refuses for this reason. */
  public static boolean isReasonOf(EntraFailure failure) {
    return failure instanceof EntraFailure.Refused refused && refused.status() == 403 && refused.code().equals(CODE);
  }
}
