package dev.authmethods.gateway.error;

import java.util.List;

/** An input field breaks a constraint of the schema. */
public record InvalidInputError(List<String> path, String constraint, List<Object> messageArguments)
  implements AddPhoneMethodError, UpdatePhoneMethodError, DeletePhoneMethodError, EnableSmsSignInError, DisableSmsSignInError {
  @Override
  public String code() {
    return "INVALID_INPUT";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.INVALID_INPUT;
  }

  @Override
  public String messageKey() {
    return code() + "." + constraint;
  }
}
