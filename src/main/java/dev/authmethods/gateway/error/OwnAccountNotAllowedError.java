package dev.authmethods.gateway.error;

import java.util.List;

/** Nobody adds a phone to their own account, or changes one of it. */
public record OwnAccountNotAllowedError(
  List<String> path
) implements AddPhoneMethodError, SetPhoneMethodError, UpdatePhoneMethodError {
  @Override
  public String code() {
    return "OWN_ACCOUNT_NOT_ALLOWED";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.FORBIDDEN;
  }

  @Override
  public OwnAccountNotAllowedError at(List<String> other) {
    return new OwnAccountNotAllowedError(other);
  }
}
