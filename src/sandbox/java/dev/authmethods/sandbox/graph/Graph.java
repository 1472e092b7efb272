package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.fault.Fault;
import dev.authmethods.sandbox.fault.Faults;
import dev.authmethods.sandbox.fault.LateWork;
import dev.authmethods.sandbox.http.CallLog;
import dev.authmethods.sandbox.http.Delivery;
import dev.authmethods.sandbox.http.ErrorDialect;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.MediaTypes;
import dev.authmethods.sandbox.http.RequestIds;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Microsoft Graph v1.0: admits calls, answers them, logs them, and shows the configured faults. */
public final class Graph {

  private static final Pattern BATCH = Pattern.compile("/(\\$|%24)batch/?", Pattern.CASE_INSENSITIVE);

  private final GraphTokens tokens;
  private final Resources resources;
  private final SecondAdmin secondAdmin;
  private final Faults faults;
  private final LateWork lateWork;
  private final Throttling throttling;
  private final CallLog calls;

  public Graph(
    GraphTokens tokens,
    Resources resources,
    Faults faults,
    LateWork lateWork,
    Throttling throttling,
    CallLog calls
  ) {
    this.tokens = tokens;
    this.resources = resources;
    this.secondAdmin = new SecondAdmin(resources);
    this.faults = faults;
    this.lateWork = lateWork;
    this.throttling = throttling;
    this.calls = calls;
  }

  public Delivery answer(HttpCall arrived) {
    var ids = RequestIds.of(arrived);
    var call = arrived.orElseHeader(RequestIds.CLIENT, ids.client());
    var entry = JsonTree.object()
      .put("method", call.method())
      .put("path", call.path())
      .put("at", Instant.now().toString());
    entry.put("clientRequestId", ids.client());
    var delivery = underFaults(call, ids, () -> admitted(call, ids, entry));
    calls.add(entry.put("status", delivery.reply().status()));
    return delivery.with(ids.headed(delivery.reply()));
  }

  private Delivery underFaults(HttpCall call, RequestIds ids, Supplier<Delivery> work) {
    return faults
      .next(Fault.Target.GRAPH, call.method(), call.path())
      .map(fault ->
        fault.over(worked(fault, work), status -> fault.asGraph(status).reply(ErrorDialect.of(call.path()), ids))
      )
      .orElseGet(work);
  }

  /** The result of the work at the moment when the fault begins to show. */
  private Delivery worked(Fault fault, Supplier<Delivery> work) {
    return switch (fault.work()) {
      case AT_ONCE -> secondAdmin.amid(fault, work).get();
      case LATER -> Delivery.NONE.followedBy(later(fault, secondAdmin.amid(fault, work)));
      case NEVER -> secondAdmin.amid(fault, () -> Delivery.NONE).get();
    };
  }

  private Runnable later(Fault fault, Supplier<Delivery> work) {
    return lateWork.in(fault.late(), () -> work.get().afterwards().run());
  }

  private Delivery admitted(HttpCall call, RequestIds ids, ObjectNode entry) {
    try {
      var caller = tokens.admit(call);
      entry.put("by", caller.id());
      if (!BATCH.matcher(relative(call.path())).matches()) {
        return Delivery.now(single(caller, call, ids));
      }
      MediaTypes.check(call, false);
      return JsonBatch.read(call).run(entry, item ->
        underFaults(item, ids, () -> Delivery.now(single(caller, item, ids)))
      );
    } catch (GraphError error) {
      return Delivery.now(error.reply(ErrorDialect.of(call.path()), ids));
    }
  }

  private HttpReply single(GraphCaller caller, HttpCall call, RequestIds ids) {
    return worded(call, ids, () -> {
      var below = call.at(relative(call.path()));
      Supplier<HttpReply> work = () -> worded(call, ids, () -> resources.answer(caller, below));
      return throttling.within(below, work, () -> GraphError.throttled().reply(ErrorDialect.of(call.path()), ids));
    });
  }

  /** The reply that the work makes, or its refusal in the words of the dialect that answers. */
  private static HttpReply worded(HttpCall call, RequestIds ids, Supplier<HttpReply> work) {
    try {
      return work.get();
    } catch (GraphError error) {
      return error.reply(ErrorDialect.of(call.path()), ids);
    }
  }

  private static String relative(String path) {
    if (!path.regionMatches(true, 0, HttpCall.GRAPH_VERSION + "/", 0, HttpCall.GRAPH_VERSION.length() + 1)) {
      var version = path.replaceFirst("^/", "").replaceFirst("/.*", "");
      throw GraphError.of(400, "BadRequest", "Invalid version: " + version + ".");
    }
    return path.substring(HttpCall.GRAPH_VERSION.length());
  }
}
