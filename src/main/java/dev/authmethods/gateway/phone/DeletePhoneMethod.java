package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.ChangePayload;
import dev.authmethods.gateway.change.ChangeResult;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.refusal.DefaultMethodError;
import dev.authmethods.gateway.refusal.MobilePhoneStillNeededError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes a phone. Source: https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete */
record DeletePhoneMethod(PhoneInput input, PhoneType type, EntraPhoneMethods methods) implements PhoneChange {
  static final Operation OPERATION = Operation.write(
    "deletePhoneMethod",
    OwnError.class,
    EntraPhoneMethods.WRITE
  ).alsoAnswering(List.of(MobilePhoneStillNeededError.class, DefaultMethodError.class));

  /**
   * The payload.
   *
   * @param type the type of the phone; null when the input has none
   */
  record Payload(ChangeResult<PhoneMethod> result, @Nullable PhoneType type) implements ChangePayload {
    /** The type of the phone that is gone; null when none is. */
    @Nullable
    PhoneType deleted() {
      return result.isMade() ? type : null;
    }
  }

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError
    extends ExpectedError
    permits PhoneErrors.PhoneTypeRequiredError, PhoneErrors.ExistingPhoneError {}

  @Override
  public List<? extends ExpectedError> stateErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(
      PhoneRules.phoneExists(type, existing),
      PhoneRules.mobileAfterAlternateMobile(type, existing)
    );
  }

  @Override
  public boolean leavesMethod() {
    return false;
  }

  @Override
  public Match match(List<PhoneMethod> existing) {
    return Match.of(find(existing).isEmpty());
  }

  /**
   * v1.0 does not tell which method is the default. When the phone is there and no other depends on it, that is the
   * only documented reason left for a refusal. Source:
   * https://learn.microsoft.com/graph/api/phoneauthenticationmethod-delete
   */
  @Override
  public List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return refused.isBadRequest()
      ? List.of(new DefaultMethodError(PhoneRules.TYPE))
      : PhoneChange.super.refusalErrors(refused);
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.delete(call, user, type);
  }
}
