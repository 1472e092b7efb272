package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneType;
import java.util.List;

/** The type of the phone is missing. */
public record PhoneTypeRequiredError(
  List<String> path
) implements
  AddPhoneMethodError,
  SetPhoneMethodError,
  UpdatePhoneMethodError,
  DeletePhoneMethodError,
  EnableSmsSignInError,
  DisableSmsSignInError
{
  @Override
  public String code() {
    return "PHONE_TYPE_REQUIRED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.INVALID_INPUT;
  }

  /** The types to choose from. */
  public List<PhoneType> allowedTypes() {
    return List.of(PhoneType.values());
  }

  @Override
  public PhoneTypeRequiredError at(List<String> other) {
    return new PhoneTypeRequiredError(other);
  }
}
