package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes a change with one write, and says what became of it.
 *
 * <p>What Microsoft Graph refuses is explained by reading the phones and asking the rules; its text is never looked at. What may
 * or may not have been done is settled by reading the phones too.
 */
@Service
class PhoneWrites {

  private static final String NOT_UNIQUE = "phoneNumberNotUnique";

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final PhonePolicy policy;

  PhoneWrites(Entra entra, EntraPhoneMethods phones, PhonePolicy policy) {
    this.entra = entra;
    this.phones = phones;
    this.policy = policy;
  }

  <E extends ExpectedError> Outcome<E> make(Call call, PhoneChange<E> change, UserKey user) {
    try {
      var phone = change.write(phones, call, user);
      return phone == null && change.leavesAPhone() ? seen(call, change, user) : Outcome.made(user, phone);
    } catch (EntraFailure.Refused refused) {
      return explained(call, change, user, refused);
    } catch (EntraFailure.Unavailable unavailable) {
      return settled(call, change, user, unavailable);
    }
  }

  /**
   * Microsoft Graph says that the write was made, and does not say with what result. That this cannot be read does not make it
   * undone; that the contrary is read leaves it open.
   */
  private <E extends ExpectedError> Outcome<E> seen(Call call, PhoneChange<E> change, UserKey user) {
    var held = held(call, user);
    if (held == null) {
      var type = change.type();
      return Outcome.made(user, new PhoneMethod(user, type.methodId(), null, null, type, null));
    }
    return change.isMade(held)
      ? Outcome.made(user, find(call, change, held))
      : Outcome.refused(user, List.of(change.failed(EntraFailure.Unavailable.unclearAnswer(), policy)));
  }

  private <E extends ExpectedError> Outcome<E> explained(
    Call call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused
  ) {
    if (refused.status() == 403) {
      return Outcome.refused(null, forbidden(call, change, user, refused));
    }
    var held = existing(call, user);
    if (held == null) {
      return Outcome.refused(null, List.of(change.failed(refused, policy)));
    }
    if (isSavedAllTheSame(refused) && change.isMade(held)) {
      return Outcome.made(user, find(call, change, held));
    }
    var state = change.state(phones.shown(held, call));
    return Outcome.refused(user, state.isEmpty() ? change.refusal(refused) : state);
  }

  /** Whoever names themselves by a name that their token does not have is told the reason all the same. */
  private <E extends ExpectedError> List<E> forbidden(
    Call call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused
  ) {
    try {
      var own = change.standing(call.caller(), call.caller().objectId(), policy);
      return !own.isEmpty() && call.caller().isKnownAs(entra.objectId(call, user))
        ? own
        : List.of(change.failed(refused, policy));
    } catch (EntraFailure unknown) {
      return List.of(change.failed(refused, policy));
    }
  }

  /** Microsoft Graph saves a number whose registration for signing in fails, and answers with a conflict. */
  private static boolean isSavedAllTheSame(EntraFailure.Refused refused) {
    return refused.status() == 409 && NOT_UNIQUE.equals(refused.code());
  }

  private <E extends ExpectedError> Outcome<E> settled(
    Call call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Unavailable unavailable
  ) {
    var held = unavailable.unclear() ? held(call, user) : null;
    if (held == null) {
      return Outcome.refused(user, List.of(change.failed(unavailable, policy)));
    }
    if (change.isMade(held)) {
      return Outcome.made(user, find(call, change, held));
    }
    var state = change.state(phones.shown(held, call));
    return Outcome.refused(user, state.isEmpty() ? List.of(change.failed(unavailable, policy)) : state);
  }

  /** The phones that the user has now; throws when there is no such user, null when they cannot be read. */
  private @Nullable List<PhoneMethod> existing(Call call, UserKey user) {
    try {
      return phones.list(call, user);
    } catch (EntraFailure.Refused nobody) {
      if (nobody.status() == 404) {
        throw nobody;
      }
      return null;
    } catch (EntraFailure e) {
      return null;
    }
  }

  /** The phones that the user has now; null when they cannot be read, whatever the reason. */
  private @Nullable List<PhoneMethod> held(Call call, UserKey user) {
    try {
      return phones.list(call, user);
    } catch (EntraFailure e) {
      return null;
    }
  }

  private @Nullable PhoneMethod find(Call call, PhoneChange<?> change, List<PhoneMethod> held) {
    return PhoneRules.find(change.type(), phones.shown(held, call)).orElse(null);
  }
}
