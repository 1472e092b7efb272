package dev.authmethods.gateway.api.error;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** The header {@code Retry-After}, for a request of which no part succeeded. Source: RFC 9110, section 10.2.3. */
public final class RetryAfterHeader {

  /** The extension of an error that tells the seconds. */
  static final String SECONDS = "retryAfterSeconds";

  private RetryAfterHeader() {}

  /** The header, by its name; empty if there are data, or an error that waiting does not cure. */
  public static Map<String, String> of(ExecutionResult result) {
    return isWithoutData(result) ? headers(seconds(result)) : Map.of();
  }

  private static boolean isWithoutData(ExecutionResult result) {
    return (
      !result.getErrors().isEmpty() &&
      (!(result.getData() instanceof Map<?, ?> data) || data.values().stream().allMatch(Objects::isNull))
    );
  }

  /** The longest of all errors; none when one of them does not say. */
  private static OptionalLong seconds(ExecutionResult result) {
    var errors = result.getErrors();
    return errors.stream().allMatch(error -> seconds(error).isPresent())
      ? errors
          .stream()
          .mapToLong(error -> seconds(error).orElseThrow())
          .max()
      : OptionalLong.empty();
  }

  private static OptionalLong seconds(GraphQLError error) {
    return error.getExtensions() != null && error.getExtensions().get(SECONDS) instanceof Long seconds
      ? OptionalLong.of(seconds)
      : OptionalLong.empty();
  }

  private static Map<String, String> headers(OptionalLong seconds) {
    return seconds.isPresent() ? Map.of("Retry-After", Long.toString(seconds.getAsLong())) : Map.of();
  }
}
