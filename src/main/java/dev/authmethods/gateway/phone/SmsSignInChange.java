package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.change.BrokenRules;
import dev.authmethods.gateway.change.Match;
import dev.authmethods.gateway.change.Operation;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.SmsSignInState;
import java.util.List;

/** A change of whether a user can sign in by text message. */
interface SmsSignInChange extends PhoneChange {
  /** By object id: addressed by name, the action has been seen to be answered with success and to do nothing. */
  static Operation operation(String mutation, Class<? extends ExpectedError> errors) {
    return Operation.write(mutation, errors, EntraPhoneMethods.WRITE).notIn(NationalCloud.CHINA_21VIANET).byObjectId();
  }

  @Override
  default List<? extends ExpectedError> accessErrors() {
    return BrokenRules.of(PhoneRules.smsSignInIsForMobiles(type()));
  }

  /** Whether a state is the one that the client requests. */
  boolean isRequested(SmsSignInState state);

  @Override
  default Match match(List<PhoneMethod> existing) {
    var state = find(existing).map(PhoneMethod::smsSignInState).orElse(null);
    return state == SmsSignInState.UNKNOWN ? Match.HIDDEN : Match.of(state != null && isRequested(state));
  }

  @Override
  default String fingerprint(PhoneMethod phone) {
    return phone.phoneNumber() + " " + phone.smsSignInState();
  }
}
