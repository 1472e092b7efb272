package dev.authmethods.gateway.entra;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The result of one read among many. A read that fails leaves the others alone. */
public sealed interface LookupResult<T> {
  /** Microsoft Graph answered. */
  public record Found<T>(T value) implements LookupResult<T> {}

  /** The read failed. */
  public record Failed<T>(EntraFailure failure) implements LookupResult<T> {}

  /** Translates the value; a failure stays as it is. */
  default <R> LookupResult<R> map(Function<T, R> translation) {
    return switch (this) {
      case Found<T>(var value) -> new Found<>(translation.apply(value));
      case Failed<T>(var failure) -> new Failed<>(failure);
    };
  }

  /** The value; throws the failure when the read failed. */
  default T orThrow() {
    return switch (this) {
      case Found<T>(var value) -> value;
      case Failed<T>(var failure) -> throw failure;
    };
  }

  /** The value; null when it does not exist or the caller may not see it; throws any other failure. */
  default @Nullable T visible() {
    return switch (this) {
      case Found<T>(var value) -> value;
      case Failed<T>(EntraFailure.Refused refused) when refused.hides() -> null;
      case Failed<T>(var failure) -> throw failure;
    };
  }
}
