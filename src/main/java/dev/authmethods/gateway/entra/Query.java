package dev.authmethods.gateway.entra;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A read of the directory that is more than the path of an object: one with a body, or an advanced query.
 *
 * @param kind        what it is called in metrics
 * @param units       what it costs in resource units
 * @param permissions the permissions of which it takes one; null when a refusal shall stay unexplained
 * @param path        the path below the version, with a slash in front and everything encoded
 * @param body        writes the question; null for an advanced query
 * @param json        reads the answer, see {@link Json}
 */
public record Query<T>(
  String kind,
  int units,
  @Nullable GraphPermissions permissions,
  String path,
  @Nullable Consumer<JsonGenerator> body,
  Function<JsonParser, T> json
) {
  /** A read with a body. */
  public static <T> Query<T> withBody(
    String kind,
    int units,
    String path,
    Consumer<JsonGenerator> body,
    Function<JsonParser, T> json
  ) {
    return new Query<>(kind, units, null, path, body, json);
  }

  /**
   * A read with the header {@code ConsistencyLevel: eventual}, which searches, counts and many filters need. Source:
   * https://learn.microsoft.com/graph/aad-advanced-queries
   */
  public static <T> Query<T> advanced(
    String kind,
    int units,
    GraphPermissions permissions,
    String path,
    Function<JsonParser, T> json
  ) {
    return new Query<>(kind, units, permissions, path, null, json);
  }
}
