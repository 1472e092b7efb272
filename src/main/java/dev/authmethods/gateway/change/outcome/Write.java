package dev.authmethods.gateway.change.outcome;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.List;

/**
 * One write, and how to see whether it was made.
 *
 * @param <S> the state that it changes, as it can be read
 * @param <T> Microsoft Graph's answer to it
 */
public interface Write<S, T> {
  /** Sends it, once; {@link EntraFailure} when Microsoft Graph does not answer with success. */
  T send(RequestContext call);

  /** Reads the state; {@link EntraFailure} when it cannot be read. */
  S read(RequestContext call);

  /** Whether there is time to send it after a wait, and to read it back. */
  boolean canBeSent(RequestContext call, Duration after);

  /**
   * Whether a second sending does no harm after {@link Observation#AS_BEFORE} or
   * {@link Observation#AS_BEFORE_WHERE_SHOWN}, though the first may still be carried out: the write sets a state, or
   * Microsoft Graph refuses it when the state is set. False for a write that replaces a state each time, such as a new
   * password.
   */
  boolean isRepeatable();

  /** Whether it may have been carried out in part though Microsoft Graph refused it so. */
  boolean mayBeAppliedDespite(EntraFailure.Refused refused);

  /** The waits before each further reading of a state that may have changed though Microsoft Graph refused the write. */
  List<Duration> readBackDelays();

  /** The waits before each further reading after an unclear answer to a write that must not be sent again. */
  List<Duration> lateChangeDelays();

  /** Records that the latest sending was not carried out and will not be; it says nothing about an earlier one. */
  void onNotApplied();

  /** Compares a state with what the write asked for and with what was there before. */
  Observation observe(S state);
}
