package dev.authmethods.gateway.error;

import java.util.List;

/** An input field breaks a constraint of the schema. */
@ErrorInfo(category = ErrorCategory.INVALID_INPUT)
public record InvalidInputError(
  List<String> path,
  String constraint,
  List<Object> messageArguments
) implements SharedError {
  @Override
  public String messageKey() {
    return code() + "." + constraint;
  }
}
