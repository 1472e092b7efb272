package dev.authmethods.sandbox.query;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.MediaTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The annotations of answers, which a client can do without (OData JSON format 4.0: odata.metadata=none). */
public final class ControlInformation {

  private static final Set<String> NEEDED = Set.of("@odata.nextLink", "@odata.count");
  private static final String CONTENT_TYPE =
    "application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

  private ControlInformation() {}

  /** The answer to a call, without the annotations if the call accepts that. */
  public static HttpReply reduced(HttpReply reply, HttpCall call) {
    if (!isUnwanted(call.header("Accept").orElse("")) || !reply.body().startsWith("{")) {
      return reply;
    }
    var json = JsonTree.read(reply.body());
    reduce(json);
    return reply.withBody(json.toString()).with("Content-Type", CONTENT_TYPE);
  }

  private static boolean isUnwanted(String accept) {
    return Stream.of(accept.toLowerCase(ROOT).replace(" ", "").split(","))
      .filter(MediaTypes::isJson)
      .anyMatch(range -> List.of(range.split(";", -1)).contains("odata.metadata=none"));
  }

  private static void reduce(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.remove(
        object
          .propertyNames()
          .stream()
          .filter(name -> name.contains("@odata.") && !NEEDED.contains(name))
          .toList()
      );
    }
    json.valueStream().forEach(ControlInformation::reduce);
  }
}
