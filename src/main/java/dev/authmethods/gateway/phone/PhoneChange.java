package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.OutcomeUnknownError;
import dev.authmethods.gateway.error.UpstreamError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.error.WriteError;
import dev.authmethods.gateway.method.PhoneMethod;
import dev.authmethods.gateway.method.PhoneType;
import dev.authmethods.gateway.method.UserKey;
import java.time.Duration;
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

  /** Its mutation: what an idempotency key holds for. */
  String mutation();

  /** What it is about beside the user: with the same key it must be the same. */
  default List<String> arguments() {
    return List.of(type().name());
  }

  /** What is wrong with the input itself. */
  List<E> shape();

  /** Why the caller may not do it, or not here. */
  List<E> standing(Caller caller, UserKey user, AccessPolicy policy);

  /** Why it cannot be done with what the user has now. */
  List<E> state(List<PhoneMethod> held);

  /** What of {@link #state} is certain before it is tried. */
  default List<E> certain(List<PhoneMethod> held) {
    return state(held);
  }

  /**
   * Whether what the user has is read before anything is written. What changes something that is there could otherwise not
   * tell, after an answer that leaves it open, whether somebody else has changed it meanwhile.
   */
  default boolean looksFirst() {
    return true;
  }

  /** The change that it comes down to, whether the user has a phone of the type before it or not. */
  default PhoneChange<E> facing(boolean held) {
    return this;
  }

  /** Whether nothing has to be written. */
  default boolean isNothing(List<PhoneMethod> held) {
    return false;
  }

  /** Sends the write; answers with the phone when Microsoft Graph does. */
  @Nullable
  PhoneMethod write(EntraPhoneMethods phones, RequestContext call, UserKey user);

  /** What the phones that the user has are to what was asked for. */
  PhoneNumber.Likeness likeness(List<PhoneMethod> held);

  /** Whether what this changes of the phone, if there is one, can be read. */
  default boolean isShown(List<PhoneMethod> held) {
    return true;
  }

  /** What of a phone this changes: whoever changes it as well acts at the same time. */
  default String mark(PhoneMethod phone) {
    return String.valueOf(phone.phoneNumber());
  }

  /** Whether there is a phone to look at when it is made. */
  default boolean leavesAPhone() {
    return true;
  }

  /** What it came down to; null where there is no choice. */
  default @Nullable PhoneEffect effect() {
    return null;
  }

  /** Whether a refusal may be due to another change of the same request, and need not be so when that is repeated. */
  default boolean isProvisional() {
    return false;
  }

  /** What it means that somebody else acts as well, in view of what the user has now. */
  List<E> overtaken(List<PhoneMethod> held);

  /** Whether it may have been made in part although it was refused so. */
  default boolean isSavedInSpiteOf(EntraFailure.Refused refused) {
    return false;
  }

  /** What a refusal means that none of the rules explains. */
  default List<E> refusal(EntraFailure.Refused refused) {
    return List.of(of(new UpstreamRefusedError(List.of(), refused.code(), refused.requestId())));
  }

  /** The error for a failure of Microsoft's. */
  default E failed(EntraFailure failure, Caller caller, UserKey user, AccessPolicy policy) {
    return of(UpstreamError.of(failure, PhoneRules.USER, refused -> policy.denied(caller, user, operation(), refused)));
  }

  /** The error for an outcome that could not be found out. */
  default E unknown(@Nullable Duration retryAfter) {
    return of(new OutcomeUnknownError(List.of(), UpstreamError.seconds(retryAfter)));
  }

  /** The same error as a member of the union. */
  E of(WriteError error);

  /** Whether the user's object id has to be known before the write. */
  default boolean needsObjectId() {
    return false;
  }
}
