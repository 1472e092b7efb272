package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Administrators;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.Permissions;
import dev.authmethods.gateway.error.UpstreamError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes phones: checks what can be checked here, writes once, and explains what was refused.
 *
 * <p>Nothing is read before a write that can do without: on behalf of a caller a right one costs one call. What Microsoft Graph
 * refuses is explained by reading the phones and asking the same rules; its text is never looked at. What may or may not have
 * been done is settled by reading the phones too.
 */
@Service
class PhoneMethods {

  private static final String NOT_UNIQUE = "phoneNumberNotUnique";

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final Administrators administrators;
  private final PhonePolicy policy;

  PhoneMethods(Entra entra, EntraPhoneMethods phones, Administrators administrators, PhonePolicy policy) {
    this.entra = entra;
    this.phones = phones;
    this.administrators = administrators;
    this.policy = policy;
  }

  <E extends ExpectedError> Outcome<E> change(Call call, PhoneChange<E> change) {
    var shape = change.shape();
    if (!shape.isEmpty()) {
      return Outcome.refused(null, shape);
    }
    var asked = Objects.requireNonNull(change.input().user().key());
    var standing = standing(call, change, asked);
    if (!standing.isEmpty()) {
      return Outcome.refused(null, standing);
    }
    try {
      return allowed(call, change, asked);
    } catch (EntraFailure failure) {
      return Outcome.refused(null, List.of(upstream(change, failure)));
    }
  }

  /** What is only validated is told also what the token lets expect; what is sent, Microsoft Graph decides. */
  private <E extends ExpectedError> List<E> standing(Call call, PhoneChange<E> change, UserKey user) {
    var known = change.standing(call.caller(), user, policy);
    var denied = change.input().validateOnly()
      ? PhoneRules.roleIsExpected(call.caller(), change.operation(), policy)
      : Optional.<PermissionDeniedError>empty();
    return Stream.concat(denied.map(change::of).stream(), known.stream()).toList();
  }

  private <E extends ExpectedError> Outcome<E> allowed(Call call, PhoneChange<E> change, UserKey asked) {
    var user = addressable(call, change, asked);
    var standing = user.equals(asked) ? List.<E>of() : change.standing(call.caller(), user, policy);
    if (!standing.isEmpty()) {
      return Outcome.refused(null, standing);
    }
    if (PhoneRules.roleIsLimited(call.caller(), policy) && administrators.contains(user, call)) {
      return Outcome.refused(null, List.of(change.of(needs(change).denied(PhoneRules.USER))));
    }
    return change.input().validateOnly()
      ? Outcome.checked(user, change.state(phones.shown(phones.list(call, user), call)))
      : made(call, change, user);
  }

  /**
   * The key to write with. The object id where a name will not do: the gateway acting as an application must itself see that
   * nobody's own account is meant, which a name cannot show.
   */
  private UserKey addressable(Call call, PhoneChange<?> change, UserKey asked) {
    return policy.actingAs() == ActingAs.APPLICATION || change.needsObjectId() || !Entra.fitsInPath(asked)
      ? entra.objectId(call, asked)
      : asked;
  }

  private <E extends ExpectedError> Outcome<E> made(Call call, PhoneChange<E> change, UserKey user) {
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
      : Outcome.refused(user, List.of(upstream(change, EntraFailure.Unavailable.unclearAnswer())));
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
      return Outcome.refused(null, List.of(upstream(change, refused)));
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
        : List.of(upstream(change, refused));
    } catch (EntraFailure unknown) {
      return List.of(upstream(change, refused));
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
      return Outcome.refused(user, List.of(upstream(change, unavailable)));
    }
    if (change.isMade(held)) {
      return Outcome.made(user, find(call, change, held));
    }
    var state = change.state(phones.shown(held, call));
    return Outcome.refused(user, state.isEmpty() ? List.of(upstream(change, unavailable)) : state);
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

  private <E extends ExpectedError> E upstream(PhoneChange<E> change, EntraFailure failure) {
    return change.of(UpstreamError.of(failure, PhoneRules.USER, needs(change)));
  }

  private Permissions needs(PhoneChange<?> change) {
    return change.operation().needs(policy.actingAs());
  }
}
