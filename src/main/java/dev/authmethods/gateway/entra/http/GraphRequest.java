package dev.authmethods.gateway.entra.http;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.entra.guard.CallCost;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One request to Microsoft Graph.
 *
 * @param path below the version, with a slash in front and everything encoded: no request can go to another host
 * @param headers in addition to those that every request has
 * @param body the JSON; null if there is none
 */
public record GraphRequest(
  CallCost cost,
  HttpMethod method,
  String path,
  Map<String, String> headers,
  @Nullable ByteBuffer body
) {
  /** A request that reads, without a body. */
  public static GraphRequest get(CallCost cost, String path) {
    return new GraphRequest(cost, HttpMethod.GET, path, Map.of(), null);
  }

  /** A request that reads by an advanced query. Source: https://learn.microsoft.com/graph/aad-advanced-queries */
  public static GraphRequest advanced(CallCost cost, String path) {
    return new GraphRequest(cost, HttpMethod.GET, path, Map.of("ConsistencyLevel", "eventual"), null);
  }

  /** A POST with a body of JSON. */
  public static GraphRequest post(CallCost cost, String path, Consumer<JsonGenerator> body) {
    return new GraphRequest(cost, HttpMethod.POST, path, Map.of(), ByteBuffer.wrap(Json.write(body)));
  }
}
