package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads properties of the body of a write, and refuses those that are not valid. */
public final class BodyProperties {

  private BodyProperties() {}

  /**
   * A property in its own type; empty when it is absent or null.
   *
   * @param parse empty for a text that is not valid
   */
  public static <T> Optional<T> read(JsonNode body, String property, Function<String, Optional<T>> parse) {
    return text(body, property).map(text ->
      parse.apply(text).orElseThrow(() -> GraphError.badRequest("The " + property + " is not valid."))
    );
  }

  /** The same, for a property that has to be there. */
  public static <T> T require(JsonNode body, String property, Function<String, Optional<T>> parse) {
    return read(body, property, parse).orElseThrow(() ->
      GraphError.badRequest("The property " + property + " is required.")
    );
  }

  /** A property that is a whole number; empty when it is absent or null. */
  public static Optional<Integer> integer(JsonNode body, String property) {
    return given(body, property).map(value -> {
      if (!value.isInt()) {
        throw GraphError.badRequest("The property " + property + " is not a whole number.");
      }
      return value.intValue();
    });
  }

  /** A property that is true or false; empty when it is absent or null. */
  public static Optional<Boolean> flag(JsonNode body, String property) {
    return given(body, property).map(value -> {
      if (!value.isBoolean()) {
        throw GraphError.badRequest("The property " + property + " is neither true nor false.");
      }
      return value.booleanValue();
    });
  }

  private static Optional<JsonNode> given(JsonNode body, String property) {
    return Optional.of(body.path(property)).filter(value -> !value.isMissingNode() && !value.isNull());
  }

  private static Optional<String> text(JsonNode body, String property) {
    if (
      given(body, property)
        .filter(value -> !value.isString())
        .isPresent()
    ) {
      throw GraphError.badRequest("The property " + property + " is not a string.");
    }
    return JsonTree.text(body, property);
  }
}
