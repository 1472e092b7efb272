package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import java.util.List;

/**
 * One write, and how to see what became of it. Sending it once more must do no harm where {@link Sight#AS_BEFORE} or
 * {@link Sight#AS_BEFORE_WHERE_SHOWN} is seen: it sets what is there, or is refused when it is there.
 *
 * @param <S> the state that it changes, as it can be read
 * @param <T> what Microsoft Graph answers it with
 */
public interface Write<S, T> {
  /** Sends it, once; {@link EntraFailure} when it is not answered with success. */
  T send(RequestContext call);

  /** Reads the state; {@link EntraFailure} when it cannot be read. */
  S read(RequestContext call);

  /** Whether it could still be sent, and read back, after a wait. */
  boolean canBeSent(RequestContext call, Duration after);

  /** Whether it may have been carried out in part though it was refused so. */
  boolean leavesOpen(EntraFailure.Refused refused);

  /** The waits before each further look for what may have been carried out though it was refused so. */
  List<Duration> waitsToBeSeen();

  /** Told that the latest sending was not carried out and will not be, whatever may yet come of one before it. */
  void notCarriedOut();

  /** What the state says about the write. */
  Sight sight(S state);
}
