package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** The user has a phone of this type already. */
public record PhoneTypeAlreadyRegisteredError(List<String> path, PhoneMethod existing) implements AddPhoneMethodError {
  @Override
  public String code() {
    return "PHONE_TYPE_ALREADY_REGISTERED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }
}
