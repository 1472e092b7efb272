package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph's answer to the write of a change.
 *
 * @param method the method as it is now; null when Microsoft Graph does not answer with it
 * @param secret the secret that was made; null when there is none
 * @param errors why Microsoft Graph did not make the change after it had accepted it; empty when it made it, or will
 */
public record Written<M>(@Nullable M method, @Nullable Secret secret, List<ExpectedError> errors) {
  /** An answer with the method. */
  public static <M> Written<M> of(M method) {
    return new Written<>(method, null, List.of());
  }

  /** An answer with the method and with a secret that it shows only once; null when the answer has none. */
  public static <M> Written<M> of(M method, @Nullable Secret secret) {
    return new Written<>(method, secret, List.of());
  }

  /** An answer without content. */
  public static <M> Written<M> nothing() {
    return new Written<>(null, null, List.of());
  }

  /** The change was accepted first, and not made then. */
  public static <M> Written<M> failed(ExpectedError error) {
    return new Written<>(null, null, List.of(error));
  }
}
