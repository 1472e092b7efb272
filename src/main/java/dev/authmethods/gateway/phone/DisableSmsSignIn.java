package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.SmsSignInState;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;

/**
 * Stops a user from signing in by text message. Source:
 * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-disablesmssignin
 */
record DisableSmsSignIn(PhoneInput input, PhoneType type, EntraPhoneMethods methods) implements SmsSignInChange {
  /** Addressed by name the action has been seen to be answered with success and to do nothing. */
  static final Operation OPERATION = Operation.write("disableSmsSignIn", OwnError.class, EntraPhoneMethods.WRITE)
    .notIn(NationalCloud.CHINA_21VIANET)
    .byObjectId();

  /** The errors of this mutation beside the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits
      PhoneErrors.PhoneTypeRequiredError,
      PhoneErrors.PhoneMethodNotFoundError,
      PhoneErrors.SmsSignInNotAllowedError,
      PhoneErrors.PhoneMethodChangedError {}

  @Override
  public Operation operation() {
    return OPERATION;
  }

  @Override
  public List<OwnError> stateErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(PhoneRules.phoneExists(type, existing));
  }

  @Override
  public boolean isRequested(SmsSignInState state) {
    return state != SmsSignInState.READY;
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.disableSmsSignIn(call, user, type);
  }
}
