package dev.authmethods.truth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change that was really made.
 *
 * @param after the method afterwards; null when it was deleted
 */
record Change(Instant at, String user, String operation, Slot slot, @Nullable Method after, String by, String request) {
  static Change of(JsonNode json) {
    return new Change(
      Instant.parse(json.path("at").stringValue()),
      json.path("user").stringValue(),
      json.path("operation").stringValue(),
      Slot.of(json),
      json.hasNonNull(Slot.of(json).kind().names().text()) ? Method.of(json) : null,
      json.path("by").stringValue(),
      json.path("clientRequestId").asString("")
    );
  }
}
