package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedError;
import dev.authmethods.gateway.phone.PhoneErrors.SmsSignInNotAllowedReason;
import java.util.List;

/**
 * Lets a user sign in by text message. Source: https://learn.microsoft.com/graph/api/phoneauthenticationmethod-enablesmssignin
 */
record EnableSmsSignIn(PhoneInput input, PhoneType type, EntraPhoneMethods methods) implements SmsSignInChange {
  static final Operation OPERATION = SmsSignInChange.operation("enableSmsSignIn", OwnError.class);

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError extends ExpectedError permits PhoneErrors.SmsSignInError {}

  @Override
  public List<OwnError> stateErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(PhoneRules.phoneExists(type, existing), PhoneRules.smsSignInIsAllowed(type, existing));
  }

  /** The policy and the numbers of others may have changed since the phone was registered. */
  @Override
  public List<OwnError> certainErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(PhoneRules.phoneExists(type, existing));
  }

  @Override
  public boolean isRequested(SmsSignInState state) {
    return state == SmsSignInState.READY;
  }

  @Override
  public List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return switch (refused.code()) {
      case "phoneNumberNotUnique" -> notAllowed(SmsSignInNotAllowedReason.PHONE_NUMBER_NOT_UNIQUE);
      case "disabledByPolicy" -> notAllowed(SmsSignInNotAllowedReason.NOT_ALLOWED_BY_POLICY);
      default -> SmsSignInChange.super.refusalErrors(refused);
    };
  }

  private static List<OwnError> notAllowed(SmsSignInNotAllowedReason reason) {
    return List.of(new SmsSignInNotAllowedError(PhoneRules.TYPE, reason));
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.enableSmsSignIn(call, user, type);
  }
}
