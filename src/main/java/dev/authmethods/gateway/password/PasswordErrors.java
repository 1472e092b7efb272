package dev.authmethods.gateway.password;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of passwords, as the schema has them. */
final class PasswordErrors {

  private PasswordErrors() {}

  /** The reason why a password is not accepted. */
  enum PasswordRefusedReason {
    TOO_SIMPLE,
    INVALID_CHARACTERS,
    REFUSED_UPSTREAM,
  }

  /** The user comes from an on-premises directory. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record NewPasswordRequiredError(List<String> path) implements ResetPassword.OwnError {}

  /** The password is not accepted. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record PasswordRefusedError(
    List<String> path,
    PasswordRefusedReason passwordRefusedReason
  ) implements ResetPassword.OwnError {
    @Override
    public String messageKey() {
      return code() + "." + passwordRefusedReason;
    }
  }

  /** Microsoft Graph accepted the reset, and did not carry it out. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record PasswordResetFailedError(
    List<String> path,
    @Nullable String upstreamDetail
  ) implements ResetPassword.OwnError {}

  /** Microsoft Graph resets passwords for people only. */
  @ErrorInfo(category = ErrorCategory.UNSUPPORTED)
  record ApplicationNotAllowedError(List<String> path) implements ResetPassword.OwnError {}
}
