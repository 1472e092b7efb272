package dev.authmethods.gateway.entra;

import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * One request that only reads.
 *
 * @param path below the version, with a slash in front and everything encoded
 * @param body null for a GET
 */
record Request(String kind, String path, @Nullable RequestBody body) {
  private static final MediaType JSON = MediaType.get("application/json");

  static Request get(String kind, String path) {
    return new Request(kind, path, null);
  }

  static Request post(String kind, String path, Consumer<JsonGenerator> body) {
    return new Request(kind, path, RequestBody.create(Json.write(body), JSON));
  }

  String method() {
    return body == null ? "GET" : "POST";
  }
}
