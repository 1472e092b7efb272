package dev.authmethods.sandbox;

import dev.authmethods.sandbox.http.JsonTree;
import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came back over the wire. */
record Answer(int status, HttpHeaders headers, String body) {
  JsonNode json() {
    return JsonTree.read(body);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Graph's error code. */
  String code() {
    return json().at("/error/code").asString();
  }

  /** The login's error number. */
  int number() {
    return json().at("/error_codes/0").asInt();
  }

  /** One property of each item of a collection. */
  List<String> values(String property) {
    return json()
      .path("value")
      .valueStream()
      .map(item -> item.path(property).asString())
      .toList();
  }
}
