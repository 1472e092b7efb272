package dev.authmethods.sandbox;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One answer: status, headers and text. */
record HttpReply(int status, Map<String, String> headers, String body) {
  static HttpReply json(int status, JsonNode body) {
    return new HttpReply(status, Map.of(), body.toString());
  }

  static HttpReply ok(JsonNode body) {
    return json(200, body);
  }

  static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), "");
  }

  HttpReply with(String name, String value) {
    return with(Map.of(name, value));
  }

  HttpReply with(Map<String, String> more) {
    var merged = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    merged.putAll(headers);
    merged.putAll(more);
    return new HttpReply(status, merged, body);
  }

  /** The same with headers that hold unless it has its own. */
  HttpReply orElse(Map<String, String> defaults) {
    return new HttpReply(status, defaults, body).with(headers);
  }

  HttpReply withBody(String text) {
    return new HttpReply(status, headers, text);
  }
}
