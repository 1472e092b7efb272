package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.access.Call;

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
  public static <S, T> Outcome<S, T> of(Call call, Write<S, T> write) {
    return new Sending<>(call, write).first();
  }

  /** Of a write that may have been sent before, by a request that did not find out, in view of the state since. */
  public static <S, T> Outcome<S, T> of(Call call, Write<S, T> write, S state) {
    return new Sending<>(call, write).after(state);
  }
}
