package dev.authmethods.gateway.change.outcome;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraFailure.Misconfigured;
import dev.authmethods.gateway.entra.EntraFailure.Refused;
import dev.authmethods.gateway.entra.EntraFailure.Throttled;
import dev.authmethods.gateway.entra.EntraFailure.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends a write and finds out whether it was made.
 *
 * <p>After an unclear answer it reads the state back. If the state shows that the write was not carried out, it sends
 * the write once more: never without having looked, and only if a second sending does no harm. All of it ends with the
 * deadline of the request. It does not wait for a client that has gone away, but it follows a write that was sent to
 * its end.
 *
 * <p>Only {@link Outcome.Unknown} may be followed by the change. As long as a sending may still be carried out, neither a
 * refusal of the second sending nor the work of somebody else is an outcome: the client would be told that nothing was
 * changed, and the first sending would then overwrite that work.
 */
public final class VerifiedWrite<S, T> {

  private static final int MAX_SENDINGS = 2;

  /** Says that something is in the way, which can be the requested state itself. */
  private static final int CONFLICT = 409;

  private static final int MIN_PAUSE_MILLIS = 100;
  private static final int MAX_PAUSE_MILLIS = 300;

  private final RequestContext call;
  private final Write<S, T> write;

  private int sendings;

  /** Whether one of the sendings may have been carried out, or may still be. */
  private boolean inDoubt;

  private VerifiedWrite(RequestContext call, Write<S, T> write) {
    this.call = call;
    this.write = write;
  }

  /** Makes a write that was never sent before. */
  public static <S, T> Outcome<S, T> send(RequestContext call, Write<S, T> write) {
    return new VerifiedWrite<>(call, write).send(call);
  }

  /**
   * Makes a write that an earlier request may have sent without finding out whether it was made.
   *
   * @param state      the state since then
   * @param mayYetLand whether the earlier sending may still be carried out
   */
  public static <S, T> Outcome<S, T> resume(RequestContext call, Write<S, T> write, S state, boolean mayYetLand) {
    return new VerifiedWrite<>(call, write).resume(state, mayYetLand);
  }

  private Outcome<S, T> resume(S state, boolean mayYetLand) {
    inDoubt = mayYetLand;
    return unlessApplied(state, () -> mustNotBeRepeated() ? new Outcome.Unknown<>(null) : send(call));
  }

  private boolean mustNotBeRepeated() {
    return inDoubt && !write.isRepeatable();
  }

  private Outcome<S, T> send(RequestContext by) {
    sendings++;
    try {
      return new Outcome.Confirmed<>(write.send(by), inDoubt);
    } catch (EntraFailure failure) {
      return afterFailure(failure);
    }
  }

  private Outcome<S, T> afterFailure(EntraFailure failure) {
    return switch (failure) {
      case Refused refused -> afterRefusal(refused);
      case Throttled throttled when throttled.sent() -> lookAfter(throttled);
      case Unavailable unavailable when unavailable.unclear() -> lookInDoubt(unavailable);
      case Throttled _, Unavailable _, Misconfigured _ -> heldBack(failure);
      case EntraFailure.SignInFailure failed -> signInRequired(failed);
    };
  }

  /** A refusal speaks for the sending that it answers, not for one before it. */
  private Outcome<S, T> afterRefusal(Refused refused) {
    if (write.mayBeAppliedDespite(refused)) {
      return lookDespite(refused, write.readBackDelays());
    }
    if (refused.status() != CONFLICT) {
      write.onNotApplied();
    }
    if (!inDoubt && refused.status() != CONFLICT) {
      return new Outcome.Refused<>(refused, null);
    }
    var state = readBack();
    return state == null ? unknown(refused) : unlessApplied(state, () -> refused(refused, state));
  }

  /** The write is not sent again, since the reason would be the same; it is looked for until it would have to be seen. */
  private Outcome<S, T> lookDespite(Refused refused, List<Duration> delays) {
    var state = readBack();
    return state == null ? unknown(refused) : unlessApplied(state, () -> lookAgain(refused, state, delays));
  }

  private Outcome<S, T> lookAgain(Refused refused, S state, List<Duration> delays) {
    if (delays.isEmpty() && !isHidden(state)) {
      write.onNotApplied();
      return refused(refused, state);
    }
    return delays.isEmpty() || !paused(delays.getFirst())
      ? unknown(refused)
      : lookDespite(refused, delays.subList(1, delays.size()));
  }

  private Outcome<S, T> refused(Refused refused, S state) {
    return inDoubt || isHidden(state) ? unknown(refused) : new Outcome.Refused<>(refused, state);
  }

  /** Whether the write may have been carried out without being seen. */
  private boolean isHidden(S state) {
    return write.observe(state) == Observation.AS_BEFORE_WHERE_SHOWN;
  }

  private Outcome<S, T> heldBack(EntraFailure failure) {
    write.onNotApplied();
    return notApplied(failure);
  }

  private Outcome<S, T> notApplied(EntraFailure failure) {
    return inDoubt ? unknown(failure) : new Outcome.NotApplied<>(failure);
  }

  /** A caller who must sign in again was refused: only an earlier sending can be in doubt. */
  private Outcome<S, T> signInRequired(EntraFailure.SignInFailure failed) {
    write.onNotApplied();
    if (inDoubt) {
      return unknown(failed);
    }
    throw failed;
  }

  private Outcome<S, T> lookInDoubt(EntraFailure failure) {
    inDoubt = true;
    return lookAfter(failure);
  }

  /** A throttled write was almost surely not carried out, and a failed one may have been: both are looked for. */
  private Outcome<S, T> lookAfter(EntraFailure failure) {
    var state = readBack();
    return state == null ? unknown(failure) : unlessApplied(state, () -> unseen(state, failure));
  }

  private Outcome<S, T> unseen(S state, EntraFailure failure) {
    inDoubt |= isHidden(state);
    return mustNotBeRepeated() ? lookLater(failure, write.lateChangeDelays()) : sendOnceMore(failure);
  }

  /** Microsoft Graph may make a change some time after it has accepted it. */
  private Outcome<S, T> lookLater(EntraFailure failure, List<Duration> delays) {
    if (delays.isEmpty() || !paused(delays.getFirst())) {
      return unknown(failure);
    }
    var state = readBack();
    return state == null
      ? unknown(failure)
      : unlessApplied(state, () -> lookLater(failure, delays.subList(1, delays.size())));
  }

  private Outcome<S, T> sendOnceMore(EntraFailure failure) {
    if (sendings == MAX_SENDINGS || !paused(failure.retryAfter())) {
      return notApplied(failure);
    }
    // A late write may have come in the meantime, and others may have acted.
    var state = readBack();
    return state == null ? unknown(failure) : unlessApplied(state, () -> send(inDoubt ? call.unattended() : call));
  }

  private Outcome<S, T> unlessApplied(S state, Continuation<S, T> otherwise) {
    return switch (write.observe(state)) {
      case AS_REQUESTED -> new Outcome.ReadBack<>(state, false);
      case AS_REQUESTED_WHERE_SHOWN -> new Outcome.ReadBack<>(state, true);
      case AS_BEFORE, AS_BEFORE_WHERE_SHOWN -> otherwise.proceed();
      case HIDDEN -> new Outcome.Unknown<>(null);
      case CHANGED_BY_OTHERS -> changedByOthers(state);
    };
  }

  /** Others do not stop a sending that may still be carried out: it can overwrite their work, or come when that is gone. */
  private Outcome<S, T> changedByOthers(S state) {
    return inDoubt ? new Outcome.Unknown<>(null) : new Outcome.Conflicted<>(state);
  }

  private Outcome<S, T> unknown(EntraFailure failure) {
    return new Outcome.Unknown<>(failure.retryAfter());
  }

  /** Null when the state cannot be read, for any reason. The request counts as one that wrote. */
  private @Nullable S readBack() {
    call.wrote().set(true);
    try {
      return write.read(call.unattended());
    } catch (EntraFailure e) {
      return null;
    }
  }

  /** False when the wait would not leave enough time for another sending. */
  private boolean paused(@Nullable Duration requested) {
    var wait = Objects.requireNonNullElseGet(requested, VerifiedWrite::randomPause);
    if (!write.canBeSent(call, wait)) {
      return false;
    }
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration randomPause() {
    return Duration.ofMillis(ThreadLocalRandom.current().nextInt(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS + 1));
  }

  /** The next step when the write is not seen. */
  private interface Continuation<S, T> {
    Outcome<S, T> proceed();
  }
}
