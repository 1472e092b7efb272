package dev.authmethods.gateway.error;

import java.util.List;

/** The phone cannot be used to sign in by text message. */
public record SmsSignInNotAllowedError(
  List<String> path,
  SmsSignInNotAllowedReason smsSignInNotAllowedReason
) implements EnableSmsSignInError, DisableSmsSignInError {
  @Override
  public String code() {
    return "SMS_SIGN_IN_NOT_ALLOWED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  @Override
  public String messageKey() {
    return code() + "." + smsSignInNotAllowedReason;
  }
}
