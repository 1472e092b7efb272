package dev.authmethods.gateway.entra;

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
 * @param headers besides those that every request has
 * @param body JSON, or nothing; null where there is none at all
 */
record Request(Charge charge, HttpMethod method, String path, Map<String, String> headers, @Nullable ByteBuffer body) {
  static Request get(Charge charge, String path) {
    return new Request(charge, HttpMethod.GET, path, Map.of(), null);
  }

  static Request post(Charge charge, String path, Consumer<JsonGenerator> body) {
    return new Request(charge, HttpMethod.POST, path, Map.of(), ByteBuffer.wrap(Json.write(body)));
  }
}
