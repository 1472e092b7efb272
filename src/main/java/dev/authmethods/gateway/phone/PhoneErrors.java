package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.error.ErrorCategory;
import dev.authmethods.gateway.error.ErrorInfo;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.phone.number.InvalidPhoneNumberReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The errors of phones, as the schema has them. Each names the mutations that can answer it. */
final class PhoneErrors {

  private PhoneErrors() {}

  /** The errors of the mutations that can add a phone. */
  sealed interface AddingError
    extends AddPhoneMethod.OwnError, SetPhoneMethod.OwnError
    permits
      InvalidPhoneNumberError,
      PhoneTypeRequiredError,
      PhoneTypeAlreadyRegisteredError,
      MobilePhoneRequiredError,
      SmsSignInRegistrationFailedError {}

  /** The errors of the mutations that change or delete a phone that the user has. */
  sealed interface ExistingPhoneError
    extends SetPhoneMethod.OwnError, UpdatePhoneMethod.OwnError, DeletePhoneMethod.OwnError, SmsSignInError
    permits PhoneMethodNotFoundError, PhoneMethodChangedError {}

  /** The errors of the mutations about signing in by text message. */
  sealed interface SmsSignInError
    extends EnableSmsSignIn.OwnError, DisableSmsSignIn.OwnError
    permits PhoneTypeRequiredError, ExistingPhoneError, SmsSignInNotAllowedError {}

  /**
   * The number is not one that can be registered.
   *
   * @param suggestion         the number that the client probably meant, in the required form; null in doubt
   * @param invisibleCharacter the first character that cannot be seen, as in {@code U+00A0 NO-BREAK SPACE}; null when all can be
   */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record InvalidPhoneNumberError(
    List<String> path,
    InvalidPhoneNumberReason reason,
    @Nullable String suggestion,
    @Nullable String invisibleCharacter
  ) implements AddingError, UpdatePhoneMethod.OwnError {
    /** The required form. Source: https://learn.microsoft.com/graph/api/authentication-post-phonemethods */
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
  }

  /** The type of the phone is missing. */
  @ErrorInfo(category = ErrorCategory.INVALID_INPUT)
  record PhoneTypeRequiredError(
    List<String> path
  ) implements AddingError, UpdatePhoneMethod.OwnError, DeletePhoneMethod.OwnError, SmsSignInError {
    /** The types to choose from. */
    public List<PhoneType> allowedTypes() {
      return List.of(PhoneType.values());
    }
  }

  /**
   * The user has a phone of this type already.
   *
   * @param sameNumber whether it has the number of the request; null when there is none, or when too little of the
   *                   number can be seen
   */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record PhoneTypeAlreadyRegisteredError(
    List<String> path,
    PhoneMethod existing,
    @Nullable Boolean sameNumber
  ) implements AddingError {}

  /** The user needs a mobile phone first. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record MobilePhoneRequiredError(List<String> path) implements AddingError {
    /** The type to add first. */
    public PhoneType requiredType() {
      return PhoneType.MOBILE;
    }
  }

  /** The user has no phone of this type. */
  @ErrorInfo(category = ErrorCategory.NOT_FOUND)
  record PhoneMethodNotFoundError(List<String> path, List<PhoneType> registeredTypes) implements ExistingPhoneError {}

  /** Somebody else changed the phone at the same time. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record PhoneMethodChangedError(List<String> path, PhoneMethod current) implements ExistingPhoneError {}

  /** Why a phone cannot be used to sign in by text message. */
  enum SmsSignInNotAllowedReason {
    NOT_A_MOBILE_PHONE,
    NOT_ALLOWED_BY_POLICY,
    PHONE_NUMBER_NOT_UNIQUE,
  }

  /** The phone cannot be used to sign in by text message. */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record SmsSignInNotAllowedError(
    List<String> path,
    SmsSignInNotAllowedReason smsSignInNotAllowedReason
  ) implements SmsSignInError {
    @Override
    public String messageKey() {
      return code() + "." + smsSignInNotAllowedReason;
    }
  }

  /**
   * Microsoft Graph could not register the number for signing in by text message, and did not save it either.
   *
   * @param smsSignInState the reason
   */
  @ErrorInfo(category = ErrorCategory.CONFLICT)
  record SmsSignInRegistrationFailedError(
    List<String> path,
    SmsSignInState smsSignInState
  ) implements AddingError, UpdatePhoneMethod.OwnError {
    @Override
    public String messageKey() {
      return code() + "." + smsSignInState;
    }
  }
}
