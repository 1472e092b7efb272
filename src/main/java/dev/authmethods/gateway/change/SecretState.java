package dev.authmethods.gateway.change;

/** The state of a secret that a mutation makes. */
public enum SecretState {
  /** The answer shows it, for the only time. */
  SHOWN,
  /** The first answer to this idempotency key showed it. Nobody can show it again. */
  NOT_SHOWN_AGAIN,
  /** Microsoft Graph made it, and its answer was lost: nobody has seen it. */
  LOST,
  /** The client sent it in the input. */
  GIVEN;

  /** The state for a client that repeats the mutation. */
  public SecretState repeated() {
    return this == SHOWN ? NOT_SHOWN_AGAIN : this;
  }
}
