package dev.authmethods.gateway.change;

import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph's answer to the write of a change.
 *
 * @param method the method as it is now; null when Microsoft Graph does not answer with it
 * @param secret the secret that was made; null when there is none
 */
public record Written<M>(@Nullable M method, @Nullable Secret secret) {
  /** An answer with the method. */
  public static <M> Written<M> of(M method) {
    return new Written<>(method, null);
  }

  /** An answer with the method and with a secret that it shows only once; null when the answer has none. */
  public static <M> Written<M> of(M method, @Nullable Secret secret) {
    return new Written<>(method, secret);
  }

  /** An answer without content. */
  public static <M> Written<M> nothing() {
    return new Written<>(null, null);
  }
}
