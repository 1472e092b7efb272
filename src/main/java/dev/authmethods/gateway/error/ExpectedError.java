package dev.authmethods.gateway.error;

import dev.authmethods.gateway.method.AuthenticationMethod;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A failure that the caller can understand and act on: a record with an {@link ErrorInfo}, one for each error type of
 * the schema. The API makes its text, in the language of the request.
 *
 * <p>The errors that every mutation can answer are {@link SharedError}s; each mutation seals its other errors itself.
 */
public interface ExpectedError {
  /** For programs: stable, never reused. It follows from the name of the type. */
  default String code() {
    return ErrorDescription.of(this).code();
  }

  /** The kind of failure. */
  default ErrorCategory category() {
    return ErrorDescription.of(this).category();
  }

  /** From the argument down; empty for the whole mutation. */
  List<String> path();

  /** Whether the same request can succeed later without any change. */
  default boolean retryable() {
    return ErrorDescription.of(this).retryable();
  }

  /** The key of the text in {@code messages.properties}. */
  default String messageKey() {
    return code();
  }

  /** The values of the placeholders of the text, in their order; never a text that the client sent. */
  default List<Object> messageArguments() {
    return List.of();
  }

  /** The same error at another place of the request. */
  default ExpectedError at(List<String> otherPath) {
    return ErrorCopy.of(this, (component, value) -> component.equals("path") ? otherPath : value);
  }

  /** The same error, with every method that it shows replaced. */
  default ExpectedError withMethods(UnaryOperator<AuthenticationMethod> replacement) {
    return ErrorCopy.of(this, (_, value) ->
      value instanceof AuthenticationMethod method ? replacement.apply(method) : value
    );
  }
}
