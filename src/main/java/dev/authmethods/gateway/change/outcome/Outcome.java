package dev.authmethods.gateway.change.outcome;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a write.
 *
 * @param <S> the state that it changes
 * @param <T> Microsoft Graph's answer to it
 */
public sealed interface Outcome<S, T> {
  /**
   * Microsoft Graph confirmed it.
   *
   * @param mayLandAgain whether an earlier sending, whose answer was lost, may still be carried out as well
   */
  record Confirmed<S, T>(T answer, boolean mayLandAgain) implements Outcome<S, T> {}

  /**
   * The gateway read it back, after an answer that left the outcome unclear.
   *
   * @param isMasked whether a masked part of the state could still differ
   */
  record ReadBack<S, T>(S state, boolean isMasked) implements Outcome<S, T> {}

  /** It was not carried out and will not be: it never left the gateway, or Microsoft Graph held it back and does not show it. */
  record NotApplied<S, T>(EntraFailure why) implements Outcome<S, T> {}

  /**
   * Microsoft Graph refused it.
   *
   * @param state the state as it was read since; null when nothing had to be read
   */
  record Refused<S, T>(EntraFailure.Refused why, @Nullable S state) implements Outcome<S, T> {}

  /** Whether it was carried out or not, somebody else changed the state as well. It will not be carried out any more. */
  record Conflicted<S, T>(S state) implements Outcome<S, T> {}

  /**
   * It may have been carried out, or may still be.
   *
   * @param retryAfter how long Microsoft asked to wait; null when it did not
   */
  record Unknown<S, T>(@Nullable Duration retryAfter) implements Outcome<S, T> {}
}
