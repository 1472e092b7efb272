package dev.authmethods.sandbox.http;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One answer: status, headers and text. */
public record HttpReply(int status, Map<String, String> headers, String body) {
  public static HttpReply json(int status, JsonNode body) {
    return new HttpReply(status, Map.of(), body.toString());
  }

  public static HttpReply ok(JsonNode body) {
    return json(200, body);
  }

  public static HttpReply empty(int status) {
    return new HttpReply(status, Map.of(), "");
  }

  public HttpReply with(String name, String value) {
    return with(Map.of(name, value));
  }

  public HttpReply with(Map<String, String> more) {
    var merged = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    merged.putAll(headers);
    merged.putAll(more);
    return new HttpReply(status, merged, body);
  }

  /** The same with headers that hold unless it has its own. */
  public HttpReply orElse(Map<String, String> defaults) {
    return new HttpReply(status, defaults, body).with(headers);
  }

  public HttpReply withBody(String text) {
    return new HttpReply(status, headers, text);
  }
}
