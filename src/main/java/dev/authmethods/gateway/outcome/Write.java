package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.access.Call;

/**
 * One write, and how to see what became of it. Sending it once more must do no harm where {@link Sight#AS_BEFORE} or
 * {@link Sight#AS_BEFORE_WHERE_SHOWN} is seen: it sets what is there, or is refused when it is there.
 *
 * @param <S> the state that it changes, as it can be read
 * @param <T> what Microsoft Graph answers it with
 */
public interface Write<S, T> {
  /** Sends it, once; {@link dev.authmethods.gateway.entra.EntraFailure} when it is not answered with success. */
  T send(Call call);

  /** Reads the state; {@link dev.authmethods.gateway.entra.EntraFailure} when it cannot be read. */
  S read(Call call);

  /** What the state says about the write. */
  Sight sight(S state);
}
