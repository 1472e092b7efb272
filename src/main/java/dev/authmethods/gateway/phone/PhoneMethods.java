package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.Administrators;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Changes phones: checks what can be checked here, and leaves the write, and what became of it, to {@link PhoneWrites}.
 *
 * <p>Nothing is read before a write that can do without: on behalf of a caller a right one costs one call.
 */
@Service
class PhoneMethods {

  private final Entra entra;
  private final EntraPhoneMethods phones;
  private final PhoneWrites writes;
  private final Administrators administrators;
  private final PhonePolicy policy;

  PhoneMethods(
    Entra entra,
    EntraPhoneMethods phones,
    PhoneWrites writes,
    Administrators administrators,
    PhonePolicy policy
  ) {
    this.entra = entra;
    this.phones = phones;
    this.writes = writes;
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
      return Outcome.refused(null, List.of(change.failed(failure, policy)));
    }
  }

  /** What is only validated is told also what the token lets expect; what is sent, Microsoft Graph decides. */
  private <E extends ExpectedError> List<E> standing(Call call, PhoneChange<E> change, UserKey user) {
    var known = change.standing(call.caller(), user, policy);
    var denied = change.input().validateOnly()
      ? PhoneRules.roleIsExpected(call.caller(), user, change.operation(), policy)
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
      return Outcome.refused(
        null,
        List.of(change.of(change.operation().needs(policy.actingAs()).denied(PhoneRules.USER)))
      );
    }
    return change.input().validateOnly()
      ? Outcome.checked(user, change.state(phones.shown(phones.list(call, user), call)))
      : writes.make(call, change, user);
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
}
