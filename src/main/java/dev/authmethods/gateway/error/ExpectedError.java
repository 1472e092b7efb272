package dev.authmethods.gateway.error;

import java.util.List;

/** A failure that the caller can understand and act on. Its text is made where it is shown, in the language of the request. */
public sealed interface ExpectedError
  permits
    AddPhoneMethodError,
    AddPhoneMethodsError,
    SetPhoneMethodError,
    UpdatePhoneMethodError,
    DeletePhoneMethodError,
    EnableSmsSignInError,
    DisableSmsSignInError,
    UserLookupError
{
  /** For programs: stable, never reused. */
  String code();

  /** What kind of failure it is. */
  ErrorCategory category();

  /** From the argument down; empty for the whole mutation. */
  List<String> path();

  /** True when the same request may succeed later without any change. */
  default boolean retryable() {
    return false;
  }

  /** The key of the text in {@code messages.properties}. */
  default String messageKey() {
    return code();
  }

  /** What the text has to name, in the order of its placeholders; never something the client sent. */
  default List<Object> messageArguments() {
    return List.of();
  }
}
