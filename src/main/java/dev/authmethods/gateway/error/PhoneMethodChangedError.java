package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** Somebody else changed the phone at the same time. */
public record PhoneMethodChangedError(
  List<String> path,
  PhoneMethod current
) implements
  SetPhoneMethodError,
  UpdatePhoneMethodError,
  DeletePhoneMethodError,
  EnableSmsSignInError,
  DisableSmsSignInError
{
  @Override
  public String code() {
    return "PHONE_METHOD_CHANGED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }
}
