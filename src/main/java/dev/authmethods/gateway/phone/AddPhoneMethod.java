package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.change.Written;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.phone.number.PhoneNumber;
import java.util.List;

/** Adds a phone. Source: https://learn.microsoft.com/graph/api/authentication-post-phonemethods */
record AddPhoneMethod(
  NumberInput input,
  PhoneNumber number,
  PhoneType type,
  EntraPhoneMethods methods
) implements NumberChange {
  static final Operation OPERATION = Operation.write("addPhoneMethod", OwnError.class, EntraPhoneMethods.WRITE)
    .notIn(NationalCloud.CHINA_21VIANET)
    .notOnOwnAccount();

  /** The errors of this mutation other than the shared ones. */
  sealed interface OwnError extends ExpectedError permits PhoneErrors.AddingError {}

  /** A right one costs one call. Nothing is overwritten: Microsoft Graph refuses a second phone of a type. */
  @Override
  public boolean readsFirst() {
    return false;
  }

  @Override
  public List<OwnError> stateErrors(List<PhoneMethod> existing) {
    return BrokenRules.of(
      PhoneRules.onePhoneOfEachType(type, number, existing),
      PhoneRules.mobileBeforeAlternateMobile(type, existing)
    );
  }

  /** The rules of the state for a number that is not known yet. */
  static List<OwnError> stateErrors(PhoneType type, List<PhoneMethod> existing) {
    return BrokenRules.of(
      PhoneRules.onePhoneOfEachType(type, existing),
      PhoneRules.mobileBeforeAlternateMobile(type, existing)
    );
  }

  /** The user now has another phone of the type, or the requested one. */
  @Override
  public List<OwnError> conflictErrors(List<PhoneMethod> existing) {
    return stateErrors(existing);
  }

  @Override
  public PhoneMethod expected(UserKey user) {
    return new PhoneMethod(user, type.methodId(), null, number.value(), type, null);
  }

  @Override
  public Written<PhoneMethod> write(RequestContext call, UserKey user) {
    return methods.add(call, user, type, number);
  }
}
