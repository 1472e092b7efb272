package dev.authmethods.gateway.outcome;

import dev.authmethods.gateway.entra.EntraFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of a write.
 *
 * @param <S> the state that it changes
 * @param <T> what it is answered with
 */
public sealed interface Outcome<S, T> {
  /**
   * It was carried out.
   *
   * @param answer what Microsoft Graph answered; null unless it confirmed the write itself
   * @param state  what was read back; null unless that is how it is known
   */
  record Applied<S, T>(Confirmation confirmation, @Nullable T answer, @Nullable S state) implements Outcome<S, T> {}

  /** It was not carried out and will not be: it never left, or was held back by Microsoft Graph and is not to be seen. */
  record NotApplied<S, T>(EntraFailure why) implements Outcome<S, T> {}

  /**
   * Microsoft Graph refused it.
   *
   * @param state what was read since; null when nothing had to be
   */
  record Refused<S, T>(EntraFailure.Refused why, @Nullable S state) implements Outcome<S, T> {}

  /** Whether it was carried out or not, what is there now is the work of somebody else. */
  record Overtaken<S, T>(S state) implements Outcome<S, T> {}

  /**
   * It may have been carried out, or may yet be.
   *
   * @param retryAfter how long to wait before asking again, when Microsoft said so
   */
  record Unknown<S, T>(@Nullable Duration retryAfter) implements Outcome<S, T> {}
}
