package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of one of a user's phones: which rules it keeps, the one write it is made by, and how to see that it was made.
 * {@link PhoneMethods} puts these in order.
 *
 * @param <E> the union of the errors it can be answered with
 */
interface PhoneChange<E extends ExpectedError> {
  /** What the client sent. */
  PhoneInput input();

  /** Which phone; asked for only when {@link #shape} does not object. */
  default PhoneType type() {
    return Objects.requireNonNull(input().phoneType());
  }

  /** What it is to Microsoft Graph. */
  Operation operation();

  /** What is wrong with the input itself. */
  List<E> shape();

  /** Why the caller may not do it, or not here. */
  List<E> standing(Caller caller, UserKey user, PhonePolicy policy);

  /** Why it cannot be done with what the user has now. */
  List<E> state(List<PhoneMethod> held);

  /** Sends the write; answers with the phone when Microsoft Graph does. */
  @Nullable
  PhoneMethod write(EntraPhoneMethods phones, Call call, UserKey user);

  /** Whether what the user has now is what was asked for. */
  boolean isMade(List<PhoneMethod> held);

  /** Whether there is a phone to look at when it is made. */
  default boolean leavesAPhone() {
    return true;
  }

  /** What a refusal means that none of the rules explains. */
  default List<E> refusal(EntraFailure.Refused refused) {
    return List.of(of(new UpstreamRefusedError(List.of(), refused.code(), refused.requestId())));
  }

  /** The error for a failure of Microsoft's. */
  default E failed(EntraFailure failure, PhonePolicy policy) {
    return of(UpstreamError.of(failure, PhoneRules.USER, operation().needs(policy.actingAs())));
  }

  /** The same error as a member of the union. */
  E of(UpstreamError error);

  /** Whether the user's object id has to be known before the write. */
  default boolean needsObjectId() {
    return false;
  }
}
