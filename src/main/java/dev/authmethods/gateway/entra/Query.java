package dev.authmethods.gateway.entra;

import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A read of the directory with a body.
 *
 * @param kind  what it is called in metrics
 * @param units what it costs in resource units
 * @param path  the path below the version, with a slash in front and everything encoded
 * @param body  writes the question
 * @param json  reads the answer, see {@link Json}
 */
public record Query<T>(
  String kind,
  int units,
  String path,
  Consumer<JsonGenerator> body,
  Function<JsonParser, T> json
) {}
