package dev.authmethods.sandbox.graph;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several calls in one (Microsoft Graph: Combine multiple HTTP requests using JSON batching). */
final class JsonBatch {

  private static final int LIMIT = 20;

  private final Map<String, JsonBatchItem> items = new LinkedHashMap<>();

  /** Reads all items; one that is not well-formed spoils the whole batch. */
  static JsonBatch read(HttpCall call) {
    if (!call.method().equals("POST")) {
      throw GraphError.verbNotAllowed();
    }
    var requests = requests(call);
    var batch = new JsonBatch();
    requests
      .valueStream()
      .map(request -> JsonBatchItem.read(request, call))
      .forEach(batch::add);
    return batch;
  }

  /** Answers every item, and writes each result into the log entry of the batch. */
  Delivery run(ObjectNode entry, Function<HttpCall, Delivery> single) {
    var run = new BatchRun(items, single);
    var answers = items.values().stream().map(run::answer).toList();
    var log = entry.putArray("items");
    answers.forEach(answer -> log.add(answer.logEntry()));
    var json = JsonTree.object();
    // The documentation promises no order, so this is never the order of the question.
    json.set("responses", JsonTree.array(answers.reversed().stream().map(BatchAnswer::json).toList()));
    return BatchAnswer.deliver(HttpReply.ok(json), answers);
  }

  private void add(JsonBatchItem item) {
    if (items.putIfAbsent(item.id().toLowerCase(ROOT), item) != null) {
      throw malformed("Request id " + item.id() + " is not unique.");
    }
  }

  private static JsonNode requests(HttpCall call) {
    try {
      var requests = JsonTree.inLowerCase(JsonTree.read(call.body())).path("requests");
      if (requests.isArray() && !requests.isEmpty() && requests.size() <= LIMIT) {
        return requests;
      }
      throw malformed("A batch holds between 1 and " + LIMIT + " requests.");
    } catch (JacksonException _) {
      throw malformed("Invalid batch payload format.");
    }
  }

  static GraphError malformed(String text) {
    return GraphError.of(400, "BadRequest", text);
  }
}
