package dev.authmethods.gateway.entra;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of one read among many: one that fails leaves the others alone. */
public sealed interface Answer<T> {
  /** It was answered. */
  record Given<T>(T value) implements Answer<T> {}

  /** It was not. */
  record Missing<T>(EntraFailure failure) implements Answer<T> {}

  /** The same answer in other terms. */
  default <R> Answer<R> map(Function<T, R> translation) {
    return switch (this) {
      case Given<T>(var value) -> new Given<>(translation.apply(value));
      case Missing<T>(var failure) -> new Missing<>(failure);
    };
  }

  /** What was answered; throws the failure when nothing was. */
  default T orThrow() {
    return switch (this) {
      case Given<T>(var value) -> value;
      case Missing<T>(var failure) -> throw failure;
    };
  }

  /** What was answered; null where there is nothing, or nothing that the caller may see; throws any other failure. */
  default @Nullable T visible() {
    return switch (this) {
      case Given<T>(var value) -> value;
      case Missing<T>(EntraFailure.Refused refused) when refused.hides() -> null;
      case Missing<T>(var failure) -> throw failure;
    };
  }
}
