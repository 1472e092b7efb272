package dev.authmethods.gateway.change;

import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** A part of an input, parsed once: a value, or every error of it. */
public sealed interface Parsed<T> {
  /** The input can be understood. */
  record Valid<T>(T value) implements Parsed<T> {}

  /** The input cannot be understood. */
  record Invalid<T>(List<ExpectedError> errors) implements Parsed<T> {}

  /** A value that was read. */
  static <T> Parsed<T> valid(T value) {
    return new Valid<>(value);
  }

  /** A text that could not be read, with its error. */
  static <T> Parsed<T> invalid(ExpectedError error) {
    return new Invalid<>(List.of(error));
  }

  /** The errors; empty when the input can be understood. */
  default List<ExpectedError> errors() {
    return switch (this) {
      case Valid<T> _ -> List.of();
      case Invalid<T>(var errors) -> errors;
    };
  }

  /** The value in other terms. */
  default <R> Parsed<R> map(Function<T, R> translation) {
    return switch (this) {
      case Valid<T>(var value) -> new Valid<>(translation.apply(value));
      case Invalid<T>(var errors) -> new Invalid<>(errors);
    };
  }

  /** Both values as one, or the errors of both, these first. */
  default <U, R> Parsed<R> and(Parsed<U> other, BiFunction<T, U, R> combination) {
    return this instanceof Valid<T>(var first) && other instanceof Valid<U>(var second)
      ? new Valid<>(combination.apply(first, second))
      : new Invalid<>(Stream.concat(errors().stream(), other.errors().stream()).toList());
  }
}
