package dev.authmethods.gateway.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number is not one that can be registered.
 *
 * @param suggestion         the number that was meant, in the required form; null in doubt
 * @param invisibleCharacter the first character that cannot be seen, as in {@code U+00A0 NO-BREAK SPACE}; null when all can be
 */
public record InvalidPhoneNumberError(
  List<String> path,
  InvalidPhoneNumberReason reason,
  @Nullable String suggestion,
  @Nullable String invisibleCharacter
) implements AddPhoneMethodError, SetPhoneMethodError, UpdatePhoneMethodError {
  @Override
  public String code() {
    return "INVALID_PHONE_NUMBER";
  }

  @Override
  public ErrorCategory category() {
    return ErrorCategory.INVALID_INPUT;
  }

  /** The required form. Source: Microsoft Graph, Create phoneMethod. */
  public String expectedFormat() {
    return "+{country code} {number}x{extension}";
  }

  @Override
  public String messageKey() {
    return code() + "." + (invisibleCharacter == null ? reason : "INVISIBLE_CHARACTER");
  }

  @Override
  public List<Object> messageArguments() {
    return invisibleCharacter == null ? List.of() : List.of(invisibleCharacter);
  }

  /** Without the suggestion: a number must not reach a log. */
  @Override
  public String toString() {
    return "InvalidPhoneNumberError[" + reason + "]";
  }

  @Override
  public InvalidPhoneNumberError at(List<String> other) {
    return new InvalidPhoneNumberError(other, reason, suggestion, invisibleCharacter);
  }
}
