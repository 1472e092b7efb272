package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.error.UpstreamRefusedError;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one method of a user, parsed from its input: its rules, its one write, and how to see that it was made.
 * It decides nothing about the order of steps: a {@link ChangeRun} calls its methods.
 *
 * @param <M> the kind of method
 */
public interface Change<M extends UserResource> {
  /** The operation: which permissions and roles it needs, and how it behaves. */
  default Operation operation() {
    return methods().operationOf(getClass());
  }

  /** The methods that it changes one of. */
  EntraResources<M> methods();

  /** The client's input. */
  ChangeInput input();

  /** The arguments of the change, without the user: a repetition with the same idempotency key must have the same. */
  List<String> arguments();

  /**
   * The errors that do not depend on the user's methods; the gateway returns them together with the errors of
   * permissions and clouds.
   */
  default List<? extends ExpectedError> accessErrors() {
    return List.of();
  }

  /** Why it cannot be done with what the user has now. */
  List<? extends ExpectedError> stateErrors(List<M> existing);

  /** Those of {@link #stateErrors} that are certain before it is tried. */
  default List<? extends ExpectedError> certainErrors(List<M> existing) {
    return stateErrors(existing);
  }

  /** The errors when somebody else changes the same, in view of what the user has now. */
  List<? extends ExpectedError> conflictErrors(List<M> existing);

  /**
   * Whether an error is due to something that the same mutation changes: no key keeps it, so that a repetition tries the change
   * again.
   */
  default boolean mayPass(ExpectedError error) {
    return false;
  }

  /** The errors for a refusal of Microsoft Graph that no rule explains. */
  default List<? extends ExpectedError> refusalErrors(EntraFailure.Refused refused) {
    return List.of(new UpstreamRefusedError(List.of(), refused.code(), refused.requestId()));
  }

  /**
   * The errors for a refusal of the caller's own account where nothing that the caller lacks explains it; empty when callers' own
   * accounts are like others.
   */
  default List<? extends ExpectedError> ownAccountErrors(EntraFailure.Refused refused) {
    return List.of();
  }

  /**
   * Whether what the user has is read before the write. A change of something that is there could otherwise not tell, after an
   * unclear answer, whether somebody else has changed it meanwhile.
   */
  default boolean readsFirst() {
    return true;
  }

  /**
   * The change to make: a mutation that sets a method updates it if the user has one, and otherwise adds it; every
   * other mutation makes this change.
   */
  default Change<M> resolve(boolean exists) {
    return this;
  }

  /** The effect of the change once it is made, for a mutation that sets a method; null for every other. */
  default @Nullable Effect effect() {
    return null;
  }

  /** Which method of the user it is about: a stable text, such as the type of a phone. */
  String subject();

  /** The method that it is about, as the user has it now. */
  Optional<M> find(List<M> existing);

  /** The part of a method that it changes: another client that changes that part too makes a conflict. */
  String fingerprint(M method);

  /**
   * The number or address that it sets, of which the audit trail has a keyed hash; null when it sets none. Never a secret: passwords
   * are few enough to try them all.
   */
  default @Nullable String newValue() {
    return null;
  }

  /** Whether it has been made. */
  Match match(List<M> existing);

  /**
   * Whether it has been made by a write that was sent at that moment. A change whose result others can have caused as well
   * compares the time.
   *
   * @param sentAt null when the gateway does not know when the write was sent
   */
  default Match match(List<M> existing, @Nullable Instant sentAt) {
    return match(existing);
  }

  /**
   * Whether the method that it is about is gone afterwards, so that the result shows it, and so that a state that is as before is
   * never the state that was asked for.
   */
  default boolean replacesMethod() {
    return false;
  }

  /** Whether every change of the same part makes it: then it does not matter which client was faster. */
  default boolean isMetByEveryChange() {
    return false;
  }

  /**
   * How long to wait before each look that has to confirm it after an answer without content; Microsoft Graph shows some changes
   * late.
   */
  default List<Duration> looks() {
    return List.of(Duration.ZERO);
  }

  /** Whether there is a method afterwards. */
  default boolean leavesMethod() {
    return true;
  }

  /** The method as it will be once the change is made, as far as it is known without reading it; null when nothing is. */
  default @Nullable M expected(UserKey user) {
    return null;
  }

  /** Sends the write, once; {@link EntraFailure} when Microsoft Graph does not answer with success. */
  Written<M> write(RequestContext call, UserKey user);

  /**
   * The waits before each further look at a change that must not be sent again after an unclear answer: for one that Microsoft Graph
   * makes some time after it has accepted it.
   */
  default List<Duration> lateChangeDelays() {
    return List.of();
  }

  /** The result of an earlier request with the same key, with what has become known since. */
  default ChangeResult<M> refreshed(RequestContext call, ChangeResult<M> earlier) {
    return earlier;
  }

  /** Whether it may have been made in part though Microsoft Graph refused it so. */
  default boolean mayBeMadeDespite(EntraFailure.Refused refused) {
    return false;
  }

  /** A change whose write names the method that is there by its id, because other methods of the kind have other ids. */
  interface OfExisting<M extends UserResource> extends Change<M> {
    /** Sends the write, as {@link Change#write} does, for the method that the user had when it was read last. */
    Written<M> write(RequestContext call, UserKey user, M existing);

    /** Without the method there is nothing to name. */
    @Override
    default Written<M> write(RequestContext call, UserKey user) {
      throw new IllegalStateException("The user has no such method");
    }
  }
}
