package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;

/**
 * Stops a user from signing in by text message. Source:
 * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-disablesmssignin
 */
record DisableSmsSignIn(PhoneInput input, PhoneType type, EntraPhoneMethods methods) implements SmsSignInChange {
  static final Operation OPERATION = SmsSignInChange.operation("disableSmsSignIn", OwnError.class);

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError extends ExpectedError permits PhoneErrors.SmsSignInError {}

  @Override
  public boolean isRequested(SmsSignInState state) {
    return state != SmsSignInState.READY;
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.disableSmsSignIn(call, user, type);
  }
}
