package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneType;
import java.util.List;

/** The user has no phone of this type. */
public record PhoneMethodNotFoundError(
  List<String> path,
  List<PhoneType> registeredTypes
) implements
  SetPhoneMethodError,
  UpdatePhoneMethodError,
  DeletePhoneMethodError,
  EnableSmsSignInError,
  DisableSmsSignInError
{
  @Override
  public String code() {
    return "PHONE_METHOD_NOT_FOUND";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.NOT_FOUND;
  }
}
