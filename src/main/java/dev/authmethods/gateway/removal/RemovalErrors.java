package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import java.util.List;

/** The errors of removals, as the schema has them. */
final class RemovalErrors {

  private RemovalErrors() {}

  /** The user has no such method. */
  @ErrorInfo(category = ErrorCategory.NOT_FOUND)
  record AuthenticationMethodNotFoundError(List<String> path) implements DeleteAuthenticationMethod.OwnError {}

  /** The reason why a method cannot be deleted. */
  enum MethodNotDeletableReason {
    PASSWORD,
    NOT_OFFERED_UPSTREAM,
    UNKNOWN_KIND;

    static MethodNotDeletableReason of(AuthenticationMethodKind kind) {
      return switch (kind) {
        case PASSWORD -> PASSWORD;
        case UNKNOWN -> UNKNOWN_KIND;
        default -> NOT_OFFERED_UPSTREAM;
      };
    }
  }

  /** Methods of this kind cannot be deleted. Source: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
  @ErrorInfo(category = ErrorCategory.UNSUPPORTED)
  record MethodNotDeletableError(
    List<String> path,
    AuthenticationMethodKind kind,
    MethodNotDeletableReason notDeletableReason
  ) implements DeleteAuthenticationMethod.OwnError {
    @Override
    public String messageKey() {
      return code() + "." + notDeletableReason;
    }
  }

  /** Somebody else changed the method at the same time: its id leads to another one now. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record MethodChangedError(
    List<String> path,
    AuthenticationMethod currentMethod
  ) implements DeleteAuthenticationMethod.OwnError {}

  /**
   * Callers can delete their own methods only in the ten minutes after they signed in with a second factor. Source:
   * https://learn.microsoft.com/graph/api/fido2authenticationmethod-delete
   */
  @ErrorInfo(category = ErrorCategory.FORBIDDEN)
  record StepUpRequiredError(List<String> path) implements DeleteAuthenticationMethod.OwnError {}
}
