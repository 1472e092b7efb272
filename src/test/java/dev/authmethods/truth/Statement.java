package dev.authmethods.truth;

import java.util.Optional;

/** What a refusal says about the methods of the user: it was so when they were read. */
enum Statement {
  REGISTERED,
  NOT_FOUND,
  CHANGED,
  MOBILE_PHONE_REQUIRED,
  MOBILE_PHONE_NEEDED;

  /** Empty when the answer says nothing about them. */
  static Optional<Statement> of(Answer answer) {
    return answer.isPayload() ? of(answer.error()) : Optional.empty();
  }

  private static Optional<Statement> of(String error) {
    return switch (error) {
      case "PhoneTypeAlreadyRegisteredError", "EmailMethodAlreadyRegisteredError" -> Optional.of(REGISTERED);
      case
        "PhoneMethodNotFoundError",
        "EmailMethodNotFoundError",
        "AuthenticationMethodNotFoundError",
        "AccessPassNotFoundError" -> Optional.of(NOT_FOUND);
      case
        "PhoneMethodChangedError",
        "EmailMethodChangedError",
        "MethodChangedError",
        "AccessPassChangedError" -> Optional.of(CHANGED);
      case "MobilePhoneRequiredError" -> Optional.of(MOBILE_PHONE_REQUIRED);
      case "MobilePhoneStillNeededError" -> Optional.of(MOBILE_PHONE_NEEDED);
      default -> Optional.empty();
    };
  }

  /** Whether it may be said in view of what somebody else did meanwhile. */
  boolean isOfOthers() {
    return this == REGISTERED || this == CHANGED;
  }
}
