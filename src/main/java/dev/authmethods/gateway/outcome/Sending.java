package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.EntraFailure.Misconfigured;
import dev.authmethods.gateway.entra.EntraFailure.Refused;
import dev.authmethods.gateway.entra.EntraFailure.Throttled;
import dev.authmethods.gateway.entra.EntraFailure.Unavailable;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One write on its way, with what is in doubt about it. */
final class Sending<S, T> {

  private static final int AT_MOST = 2;

  /** Says that something is in the way, which may be the very thing that was asked for. */
  private static final int CONFLICT = 409;

  private static final IntervalFunction A_WHILE = IntervalFunction.ofRandomized(Duration.ofMillis(200), 0.5);

  private final RequestContext call;
  private final Write<S, T> write;

  /** How often it was sent. */
  private int times;

  /** Whether one of these times it may have been carried out, or may yet be. */
  private boolean doubtful;

  Sending(RequestContext call, Write<S, T> write) {
    this.call = call;
    this.write = write;
  }

  Outcome<S, T> first() {
    return send(call);
  }

  /** Where somebody sent it before and nobody knows what came of it. */
  Outcome<S, T> after(S state, boolean mayYetLand) {
    doubtful = mayYetLand;
    return unlessSeen(state, () -> send(call));
  }

  private Outcome<S, T> send(RequestContext by) {
    times++;
    try {
      return new Outcome.Applied<>(Confirmation.UPSTREAM, write.send(by), null);
    } catch (EntraFailure failure) {
      return of(failure);
    }
  }

  private Outcome<S, T> of(EntraFailure failure) {
    return switch (failure) {
      case Refused refused -> refused(refused);
      case Throttled throttled when throttled.sent() -> unlessSeen(throttled);
      case Unavailable unavailable when unavailable.unclear() -> doubted(unavailable);
      case Throttled _, Unavailable _, Misconfigured _ -> heldBack(failure);
      case EntraFailure.SignInFailure failed -> challenged(failed);
    };
  }

  /** A refusal speaks for what it answers, not for what was sent before and may yet be carried out. */
  private Outcome<S, T> refused(Refused refused) {
    if (write.leavesOpen(refused)) {
      return refusedInPart(refused, write.waitsToBeSeen());
    }
    if (refused.status() != CONFLICT) {
      write.notCarriedOut();
    }
    if (!doubtful && refused.status() != CONFLICT) {
      return new Outcome.Refused<>(refused, null);
    }
    var state = readBack();
    return state == null ? unknown(refused) : unlessSeen(state, () -> refused(refused, state));
  }

  /**
   * What was refused, and may have been carried out in part, is not sent again: the reason would be the same. It is looked for
   * until it would have to be seen.
   */
  private Outcome<S, T> refusedInPart(Refused refused, List<Duration> waits) {
    var state = readBack();
    return state == null ? unknown(refused) : unlessSeen(state, () -> unseenInPart(refused, state, waits));
  }

  private Outcome<S, T> unseenInPart(Refused refused, S state, List<Duration> waits) {
    if (waits.isEmpty() && !isHidden(state)) {
      write.notCarriedOut();
      return refused(refused, state);
    }
    return waits.isEmpty() || !paused(waits.getFirst())
      ? unknown(refused)
      : refusedInPart(refused, waits.subList(1, waits.size()));
  }

  private Outcome<S, T> refused(Refused refused, S state) {
    return doubtful || isHidden(state) ? unknown(refused) : new Outcome.Refused<>(refused, state);
  }

  /** Whether it may have been carried out without being seen. */
  private boolean isHidden(S state) {
    return write.sight(state) == Sight.AS_BEFORE_WHERE_SHOWN;
  }

  private Outcome<S, T> heldBack(EntraFailure failure) {
    write.notCarriedOut();
    return notSent(failure);
  }

  private Outcome<S, T> notSent(EntraFailure failure) {
    return doubtful ? unknown(failure) : new Outcome.NotApplied<>(failure);
  }

  /** Whoever must sign in again has been refused: in doubt only about what was sent before. */
  private Outcome<S, T> challenged(EntraFailure.SignInFailure failed) {
    write.notCarriedOut();
    if (doubtful) {
      return unknown(failed);
    }
    throw failed;
  }

  private Outcome<S, T> doubted(EntraFailure failure) {
    doubtful = true;
    return unlessSeen(failure);
  }

  /** What is held back was almost surely not carried out, and what failed may have been: both are looked for. */
  private Outcome<S, T> unlessSeen(EntraFailure failure) {
    var state = readBack();
    return state == null ? unknown(failure) : unlessSeen(state, () -> unseen(state, failure));
  }

  private Outcome<S, T> unseen(S state, EntraFailure failure) {
    doubtful |= isHidden(state);
    return onceMore(failure);
  }

  private Outcome<S, T> onceMore(EntraFailure failure) {
    if (times == AT_MOST || !paused(failure.retryAfter())) {
      return notSent(failure);
    }
    // What is late may have come in the meantime, and others may have acted.
    var state = readBack();
    return state == null ? unknown(failure) : unlessSeen(state, () -> send(doubtful ? call.unattended() : call));
  }

  private Outcome<S, T> unlessSeen(S state, Continuation<S, T> otherwise) {
    return switch (write.sight(state)) {
      case AS_ASKED -> seen(Confirmation.READ_BACK, state);
      case AS_ASKED_WHERE_SHOWN -> seen(Confirmation.READ_BACK_MASKED, state);
      case AS_BEFORE, AS_BEFORE_WHERE_SHOWN -> otherwise.go();
      case NOT_SHOWN -> new Outcome.Unknown<>(null);
      case OTHERWISE -> new Outcome.Overtaken<>(state);
    };
  }

  private Outcome<S, T> seen(Confirmation confirmation, S state) {
    return new Outcome.Applied<>(confirmation, null, state);
  }

  private Outcome<S, T> unknown(EntraFailure failure) {
    return new Outcome.Unknown<>(failure.retryAfter());
  }

  /** Null when it cannot be read, whatever the reason. What has to be looked for may have been written. */
  private @Nullable S readBack() {
    call.wrote().set(true);
    try {
      return write.read(call.unattended());
    } catch (EntraFailure e) {
      return null;
    }
  }

  /** False when the wait would not end in time for another sending. */
  private boolean paused(@Nullable Duration asked) {
    var wait = Objects.requireNonNullElseGet(asked, () -> Duration.ofMillis(A_WHILE.apply(1)));
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

  /** What comes next where the write is not seen. */
  private interface Continuation<S, T> {
    Outcome<S, T> go();
  }
}
