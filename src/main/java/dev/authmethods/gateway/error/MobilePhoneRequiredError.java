package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneType;
import java.util.List;

/** The user needs a mobile phone first. */
public record MobilePhoneRequiredError(List<String> path) implements AddPhoneMethodError, SetPhoneMethodError {
  @Override
  public String code() {
    return "MOBILE_PHONE_REQUIRED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  /** The type to add first. */
  public PhoneType requiredType() {
    return PhoneType.MOBILE;
  }

  @Override
  public MobilePhoneRequiredError at(List<String> other) {
    return new MobilePhoneRequiredError(other);
  }
}
