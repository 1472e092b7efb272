package dev.authmethods.gateway.idempotency;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How results are kept as JSON. */
public interface ResultFormat<R> {
  /** The JSON of a result. */
  JsonNode write(R result);

  /** The result; null when the JSON is none that this version understands. */
  @Nullable
  R read(JsonNode json);
}
