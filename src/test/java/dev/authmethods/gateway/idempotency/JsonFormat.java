package dev.authmethods.gateway.idempotency;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of any class as JSON. */
record JsonFormat<R>(Class<R> type) implements ResultFormat<R> {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public JsonNode write(R result) {
    return JSON.valueToTree(result);
  }

  @Override
  public @Nullable R read(JsonNode json) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JacksonException e) {
      return null;
    }
  }
}
