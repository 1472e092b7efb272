package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Administrators;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Changes phones: checks what can be checked here, writes once, and explains what was refused.
 *
 * <p>Nothing is read before a write, which so costs one call when it is right. What Microsoft Graph refuses is explained by
 * reading the phones and asking the same rules; its text is never looked at. What may or may not have been done is settled by
 * reading the phones too.
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
    var asked = Objects.requireNonNull(change.user().key());
    var standing = change.standing(call.caller(), asked, policy);
    if (!standing.isEmpty()) {
      return Outcome.refused(null, standing);
    }
    try {
      return allowed(call, change, asked);
    } catch (EntraFailure failure) {
      return Outcome.refused(null, List.of(upstream(change, failure)));
    }
  }

  private <E extends ExpectedError> Outcome<E> allowed(Call call, PhoneChange<E> change, UserKey asked) {
    var user = addressable(call, change, asked);
    var standing = user.equals(asked) ? List.<E>of() : change.standing(call.caller(), user, policy);
    if (!standing.isEmpty()) {
      return Outcome.refused(null, standing);
    }
    if (PhoneRules.roleIsLimited(call.caller(), policy) && administrators.contains(user, call)) {
      return Outcome.refused(
        null,
        List.of(change.of(change.operation().needs(policy.actingAs()).denied(PhoneRules.USER)))
      );
    }
    return change.validateOnly()
      ? Outcome.refused(user, change.state(phones.list(call, user)))
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
      return Outcome.made(user, phone == null && change.leavesAPhone() ? afterwards(call, change, user) : phone);
    } catch (EntraFailure.Refused refused) {
      return explained(call, change, user, refused);
    } catch (EntraFailure.Unavailable unavailable) {
      return settled(call, change, user, unavailable);
    }
  }

  /** The write was made; that it cannot be looked at does not make it undone. */
  private @Nullable PhoneMethod afterwards(Call call, PhoneChange<?> change, UserKey user) {
    var type = type(change);
    try {
      return PhoneRules.find(type, phones.list(call, user)).orElse(null);
    } catch (EntraFailure e) {
      return new PhoneMethod(user, type.methodId(), null, null, type, null);
    }
  }

  private <E extends ExpectedError> Outcome<E> explained(
    Call call,
    PhoneChange<E> change,
    UserKey user,
    EntraFailure.Refused refused
  ) {
    var held = refused.status() == 403 ? null : held(call, user);
    if (held == null) {
      return Outcome.refused(null, List.of(upstream(change, refused)));
    }
    if (isSavedAllTheSame(refused) && change.isMade(held)) {
      return Outcome.made(user, PhoneRules.find(type(change), held).orElse(null));
    }
    var state = change.state(held);
    return Outcome.refused(user, state.isEmpty() ? change.refusal(refused) : state);
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
      return Outcome.made(user, PhoneRules.find(type(change), held).orElse(null));
    }
    var state = change.state(held);
    return Outcome.refused(user, state.isEmpty() ? List.of(upstream(change, unavailable)) : state);
  }

  /** The phones that the user has now; null when they cannot be read, and the failure of the write has to speak for itself. */
  private @Nullable List<PhoneMethod> held(Call call, UserKey user) {
    try {
      return phones.list(call, user);
    } catch (EntraFailure.Refused nobody) {
      if (nobody.status() == 404) {
        throw nobody;
      }
      return null;
    } catch (EntraFailure.Throttled | EntraFailure.Unavailable e) {
      return null;
    }
  }

  private <E extends ExpectedError> E upstream(PhoneChange<E> change, EntraFailure failure) {
    return change.of(UpstreamError.of(failure, PhoneRules.USER, change.operation().needs(policy.actingAs())));
  }

  private static PhoneType type(PhoneChange<?> change) {
    return Objects.requireNonNull(change.phoneType());
  }
}
