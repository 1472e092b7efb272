package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInRegistrationFailedError;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change that gives a phone a number. */
interface NumberChange extends PhoneChange {
  PhoneNumber number();

  @Override
  default List<String> arguments() {
    return List.of(subject(), number().value());
  }

  @Override
  default String newValue() {
    return number().value();
  }

  @Override
  default Match match(List<PhoneMethod> existing) {
    var phone = find(existing).orElse(null);
    return phone == null ? Match.NO : match(phone.phoneNumber());
  }

  private Match match(@Nullable String shown) {
    return shown == null
      ? Match.HIDDEN
      : switch (number().to(shown)) {
          case SAME -> Match.YES;
          case SAME_WHERE_SHOWN -> Match.AS_FAR_AS_SHOWN;
          case OTHER -> Match.NO;
        };
  }

  /**
   * Microsoft Graph saves a number whose registration for SMS sign-in fails, and answers with the reason. Source:
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  @Override
  default boolean mayBeMadeDespite(EntraFailure.Refused refused) {
    return failedRegistration(refused) != null;
  }

  /** No other part of the input is left to refuse than the number. */
  @Override
  default List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    var state = failedRegistration(refused);
    if (state != null) {
      return List.of(new SmsSignInRegistrationFailedError(PhoneRules.NUMBER, state));
    }
    return refused.isBadRequest() ? List.of(PhoneRules.numberIsRefused()) : PhoneChange.super.refusalErrors(refused);
  }

  /** The state that a code of Microsoft Graph gives as the reason; null for every other code. */
  private static @Nullable SmsSignInState failedRegistration(EntraFailure.Refused refused) {
    return switch (refused.code()) {
      case "phoneNumberNotUnique" -> SmsSignInState.PHONE_NUMBER_NOT_UNIQUE;
      case "disabledByPolicy" -> SmsSignInState.NOT_ALLOWED_BY_POLICY;
      default -> null;
    };
  }
}
