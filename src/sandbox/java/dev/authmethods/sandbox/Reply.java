package dev.authmethods.sandbox;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One answer: status, headers and text. */
record Reply(int status, Map<String, String> headers, String body) {
  static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of(), body.toString());
  }

  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  Reply with(String name, String value) {
    return with(Map.of(name, value));
  }

  Reply with(Map<String, String> more) {
    var merged = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    merged.putAll(headers);
    merged.putAll(more);
    return new Reply(status, merged, body);
  }

  /** The same with headers that hold unless it has its own. */
  Reply orElse(Map<String, String> defaults) {
    return new Reply(status, defaults, body).with(headers);
  }

  Reply withBody(String text) {
    return new Reply(status, headers, text);
  }
}
