package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.SmsSignInState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph could not register the number for signing in by text message, and did not save it either.
 *
 * @param smsSignInState the reason
 */
public record SmsSignInRegistrationFailedError(
  List<String> path,
  SmsSignInState smsSignInState
) implements AddPhoneMethodError, SetPhoneMethodError, UpdatePhoneMethodError {
  /** The state that a code of Microsoft Graph gives as the reason; null for every other code. */
  public static @Nullable SmsSignInState stateOf(String upstreamCode) {
    return switch (upstreamCode) {
      case "phoneNumberNotUnique" -> SmsSignInState.PHONE_NUMBER_NOT_UNIQUE;
      case "disabledByPolicy" -> SmsSignInState.NOT_ALLOWED_BY_POLICY;
      default -> null;
    };
  }

  @Override
  public String code() {
    return "SMS_SIGN_IN_REGISTRATION_FAILED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  @Override
  public String messageKey() {
    return code() + "." + smsSignInState;
  }

  @Override
  public SmsSignInRegistrationFailedError at(List<String> other) {
    return new SmsSignInRegistrationFailedError(other, smsSignInState);
  }
}
