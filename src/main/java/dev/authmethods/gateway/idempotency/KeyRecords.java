package dev.authmethods.gateway.idempotency;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Key records as texts. */
final class KeyRecords {

  private static final JsonMapper JSON = JsonMapper.builder()
    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
    .build();

  private KeyRecords() {}

  static String write(KeyRecord entry) {
    return JSON.writeValueAsString(entry);
  }

  /** Null when the text is none that this version understands. */
  static @Nullable KeyRecord read(String text) {
    try {
      return JSON.readValue(text, KeyRecord.class);
    } catch (JacksonException e) {
      return null;
    }
  }
}
