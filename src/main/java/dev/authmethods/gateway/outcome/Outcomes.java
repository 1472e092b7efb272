package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.access.RequestContext;

/**
 * Sends writes and finds out what became of them.
 *
 * <p>An answer that leaves it open is settled by reading back. What is seen not to have been carried out is sent once more,
 * never without having looked. All of it ends with the deadline of the request; whoever has gone away by then is not waited
 * for, but what was sent is seen through.
 */
public final class Outcomes {

  private Outcomes() {}

  /** Of a write that was never sent before. */
  public static <S, T> Outcome<S, T> of(RequestContext call, Write<S, T> write) {
    return new Sending<>(call, write).first();
  }

  /**
   * Of a write that may have been sent before, by a request that did not find out.
   *
   * @param state      what is there since
   * @param mayYetLand whether what was sent may still be carried out
   */
  public static <S, T> Outcome<S, T> of(RequestContext call, Write<S, T> write, S state, boolean mayYetLand) {
    return new Sending<>(call, write).after(state, mayYetLand);
  }
}
