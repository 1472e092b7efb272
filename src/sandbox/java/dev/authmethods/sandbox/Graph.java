package dev.authmethods.sandbox;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft Graph v1.0: admits, answers, logs, and shows the faults that were asked for. */
final class Graph {

  static final String VERSION = "/v1.0";
  private static final Set<String> BATCH = Set.of("/$batch", "/%24batch");

  private final GraphTokens tokens;
  private final Resources resources;
  private final Faults faults;
  private final CallLog log;

  Graph(GraphTokens tokens, Resources resources, Faults faults, CallLog log) {
    this.tokens = tokens;
    this.resources = resources;
    this.faults = faults;
    this.log = log;
  }

  Delivery answer(Call call) {
    var ids = RequestIds.of(call);
    var entry = Json.object().put("method", call.method()).put("path", call.path()).put("at", Instant.now().toString());
    var delivery = underFaults(call, ids, () -> admitted(call, ids, entry));
    log.add(entry.put("status", delivery.reply().status()));
    return delivery.with(ids.headed(delivery.reply()));
  }

  private Delivery underFaults(Call call, RequestIds ids, Supplier<Delivery> work) {
    return faults
      .next(Fault.Target.GRAPH, call.method(), call.path())
      .map(fault ->
        fault.deliver(() -> work.get().reply(), status -> fault.asGraph(status).reply(Dialect.of(call.path()), ids))
      )
      .orElseGet(work);
  }

  private Delivery admitted(Call call, RequestIds ids, ObjectNode entry) {
    try {
      var caller = tokens.admit(call);
      if (!BATCH.contains(relative(call.path()))) {
        return Delivery.now(single(caller, call, ids));
      }
      return Batch.read(call).run(entry, item -> underFaults(item, ids, () -> Delivery.now(single(caller, item, ids))));
    } catch (GraphError error) {
      return Delivery.now(error.reply(Dialect.of(call.path()), ids));
    }
  }

  private Reply single(Caller caller, Call call, RequestIds ids) {
    try {
      return resources.answer(caller, call.at(relative(call.path())));
    } catch (GraphError error) {
      return error.reply(Dialect.of(call.path()), ids);
    }
  }

  private static String relative(String path) {
    if (!path.startsWith(VERSION + "/")) {
      var version = path.replaceFirst("^/", "").replaceFirst("/.*", "");
      throw GraphError.of(400, "BadRequest", "Invalid version: " + version + ".");
    }
    return path.substring(VERSION.length());
  }
}
