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
record Request(Charge charge, String path, @Nullable RequestBody body) {
  private static final MediaType JSON = MediaType.get("application/json");

  static Request get(Charge charge, String path) {
    return new Request(charge, path, null);
  }

  static Request post(Charge charge, String path, Consumer<JsonGenerator> body) {
    return new Request(charge, path, RequestBody.create(Json.write(body), JSON));
  }

  String method() {
    return body == null ? "GET" : "POST";
  }
}
