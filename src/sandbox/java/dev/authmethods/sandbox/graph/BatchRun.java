package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** One pass over a batch in which every item waits for those it depends on. */
final class BatchRun {

  private final Map<String, JsonBatchItem> items;
  private final Function<HttpCall, Delivery> single;
  private final Map<String, BatchAnswer> answers = new HashMap<>();
  private final Set<String> waiting = new HashSet<>();

  BatchRun(Map<String, JsonBatchItem> items, Function<HttpCall, Delivery> single) {
    this.items = items;
    this.single = single;
  }

  BatchAnswer answer(JsonBatchItem item) {
    var known = answers.get(item.id());
    if (known != null) {
      return known;
    }
    if (!waiting.add(item.id())) {
      throw JsonBatch.malformed("The requests of the batch depend on one another in a circle.");
    }
    var failed = item.dependsOn().stream().map(this::dependency).filter(BatchAnswer::hasFailed).count();
    var answer = new BatchAnswer(item, failed == 0 ? single.apply(item.call()) : failedDependency());
    answers.put(item.id(), answer);
    return answer;
  }

  private BatchAnswer dependency(String id) {
    var item = items.get(id);
    if (item == null) {
      throw JsonBatch.malformed("A request of the batch depends on one that is not there.");
    }
    return answer(item);
  }

  private static Delivery failedDependency() {
    var json = JsonTree.object();
    json.putObject("error").put("code", "FailedDependency").put("message", "A request that this depends on failed.");
    return Delivery.now(HttpReply.json(424, json));
  }
}
