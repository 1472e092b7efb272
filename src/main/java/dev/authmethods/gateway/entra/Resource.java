package dev.authmethods.gateway.entra;

import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonParser;

/**
 * Something that Microsoft Graph has for each key, and how its JSON is read. To read it costs one resource unit.
 *
 * @param kind        what it is called in metrics
 * @param service     whose limits it counts against
 * @param permissions what it takes to read it
 * @param path        the path below the version, with a slash in front and everything encoded
 * @param json        reads it, see {@link Json}; any exception of the reader means that the answer was not understood
 */
public record Resource<K, T>(
  String kind,
  Service service,
  Function<K, GraphPermissions> permissions,
  Function<K, String> path,
  BiFunction<K, JsonParser, T> json
) {}
