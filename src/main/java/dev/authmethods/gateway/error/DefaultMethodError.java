package dev.authmethods.gateway.error;

import java.util.List;

/** The user's default method cannot go while the user has other methods. */
public record DefaultMethodError(List<String> path) implements DeletePhoneMethodError {
  @Override
  public String code() {
    return "DEFAULT_METHOD";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.CONFLICT;
  }
}
