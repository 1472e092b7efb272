package dev.authmethods.gateway.api;

import dev.authmethods.gateway.fixtures.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The errors of an answer, each as one line: {@code REASON place,place [path] message}. */
final class ErrorLines {

  private ErrorLines() {}

  static List<String> of(Reply reply) {
    return reply.listAt("/errors").stream().map(ErrorLines::line).toList();
  }

  private static String line(JsonNode error) {
    var extensions = error.path("extensions");
    var places = list(error.path("locations"))
      .stream()
      .map(place -> place.path("line").asString() + ":" + place.path("column").asString())
      .toList();
    var path = list(extensions.path("path")).stream().map(JsonNode::asString).toList();
    return "%s %s %s %s".formatted(
      extensions.path("reason").asString(""),
      String.join(",", places),
      "[" + String.join(" ", path) + "]",
      error.path("message").asString()
    );
  }

  private static List<JsonNode> list(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }
}
