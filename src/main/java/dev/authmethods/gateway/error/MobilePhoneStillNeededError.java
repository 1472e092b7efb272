package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;

/** The mobile phone cannot go while the user has an alternate mobile phone. */
public record MobilePhoneStillNeededError(List<String> path, PhoneMethod dependent) implements DeletePhoneMethodError {
  @Override
  public String code() {
    return "MOBILE_PHONE_STILL_NEEDED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }
}
