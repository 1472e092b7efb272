package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.PhoneMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user has a phone of this type already.
 *
 * @param sameNumber whether it has the very number that was to be added; null when none was, or when what can be seen of it is
 *                   the same, or too little to say
 */
public record PhoneTypeAlreadyRegisteredError(
  List<String> path,
  PhoneMethod existing,
  @Nullable Boolean sameNumber
) implements AddPhoneMethodError, SetPhoneMethodError {
  @Override
  public String code() {
    return "PHONE_TYPE_ALREADY_REGISTERED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }

  @Override
  public PhoneTypeAlreadyRegisteredError at(List<String> other) {
    return new PhoneTypeAlreadyRegisteredError(other, existing, sameNumber);
  }
}
