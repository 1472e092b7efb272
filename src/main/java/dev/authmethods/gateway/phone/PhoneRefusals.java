package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UserNotReadyError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Explains what Microsoft Graph refused, by reading the phones and asking the rules; its text is never looked at.
 */
@Component
class PhoneRefusals {

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final AccessPolicy policy;

  PhoneRefusals(Entra entra, EntraPhoneMethods phones, AccessPolicy policy) {
    this.entra = entra;
    this.phones = phones;
    this.policy = policy;
  }

  /**
   * What the refusal means.
   *
   * @param known the phones that the user has, if they were read since
   */
  <E extends ExpectedError> PhoneResult<E> explained(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused,
    @Nullable List<PhoneMethod> known
  ) {
    if (refused.status() == 403) {
      return PhoneResult.refused(null, forbidden(call, change, user, refused));
    }
    try {
      return explained(change, user, refused, known == null ? phones.list(call, user) : known, call);
    } catch (EntraFailure.Refused nobody) {
      return PhoneResult.refused(
        null,
        List.of(change.failed(nobody.status() == 404 ? nobody : refused, call.caller(), user, policy))
      );
    } catch (EntraFailure unread) {
      var error = refused.status() == 404 ? notReady(change) : change.failed(refused, call.caller(), user, policy);
      return PhoneResult.refused(null, List.of(error));
    }
  }

  private <E extends ExpectedError> PhoneResult<E> explained(
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused,
    List<PhoneMethod> held,
    RequestContext call
  ) {
    var state = change.state(phones.shown(held, call));
    if (!state.isEmpty()) {
      return PhoneResult.refused(user, state);
    }
    return PhoneResult.refused(user, refused.status() == 404 ? List.of(notReady(change)) : change.refusal(refused));
  }

  /** The phones can be read and not be written: new users, and new phones, do not reach all of Microsoft Graph at once. */
  private static <E extends ExpectedError> E notReady(PhoneChange<E> change) {
    return change.of(new UserNotReadyError(PhoneRules.USER));
  }

  /** Whoever names themselves by a name that their token does not have is told the reason all the same. */
  private <E extends ExpectedError> List<E> forbidden(
    RequestContext call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused
  ) {
    try {
      var own = change.standing(call.caller(), call.caller().objectId(), policy);
      return !own.isEmpty() && call.caller().isKnownAs(entra.objectId(call, user))
        ? own
        : List.of(change.failed(refused, call.caller(), user, policy));
    } catch (EntraFailure unknown) {
      return List.of(change.failed(refused, call.caller(), user, policy));
    }
  }
}
