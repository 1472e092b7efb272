package dev.authmethods.sandbox.password;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.behaviour.PasswordResetBehaviour;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.method.MethodTarget;
import dev.authmethods.sandbox.query.ODataPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** All resets, to be asked for how far they are (Microsoft Graph: Get longRunningOperation). */
public final class ResetOperations {

  private final GraphSettings settings;
  private final Map<String, List<ResetOperation>> byUser = new ConcurrentHashMap<>();

  public ResetOperations(GraphSettings settings) {
    this.settings = settings;
  }

  /** Whether a path, from the segment after {@code authentication} on, leads to them. */
  public static boolean isAddressed(ODataPath path) {
    return path.head().equals("operations");
  }

  ResetOperation add(ResetOperation operation) {
    byUser.merge(operation.user(), List.of(operation), (earlier, added) ->
      Stream.concat(earlier.stream(), added.stream()).toList()
    );
    return operation;
  }

  /** Answers a GET of such a path. */
  public HttpReply answer(MethodTarget target, ODataPath path, HttpCall call) {
    if (path.length() > 2) {
      throw GraphError.unknownSegment(path.at(2));
    }
    if (!call.method().equals("GET")) {
      throw GraphError.verbNotAllowed();
    }
    var user = PasswordResetAccess.userToFollow(target);
    return path.length() == 1 ? list(user, call) : get(user, path.at(1), call);
  }

  private HttpReply list(DirectoryUser user, HttpCall call) {
    if (!behaviour().listOperations()) {
      throw GraphError.verbNotAllowed();
    }
    var json = JsonTree.object().put("@odata.context", context(user, call));
    var all = of(user).map(operation -> json(operation, call));
    return HttpReply.ok(json.set("value", JsonTree.array(all.toList())));
  }

  private HttpReply get(DirectoryUser user, String id, HttpCall call) {
    var operation = of(user)
      .filter(each -> each.id().equalsIgnoreCase(id) && isRouted(call))
      .findFirst()
      .orElseThrow(GraphError::noSuchMethod);
    var json = JsonTree.object().put("@odata.context", context(user, call) + "/$entity");
    return HttpReply.ok(json.setAll(json(operation, call)));
  }

  /** An operation is where its {@code Location} says: the query routes to the service that knows it. */
  private boolean isRouted(HttpCall call) {
    var query = call.options();
    var fits =
      query.other(ResetOperation.DATA_CENTER).equals(ResetOperation.DATA_CENTER_VALUE) &&
      query.other(ResetOperation.SCALE_UNIT).equals(ResetOperation.SCALE_UNIT_VALUE);
    return fits || !behaviour().requiresRoutingParameters();
  }

  private ObjectNode json(ResetOperation operation, HttpCall call) {
    return operation.json(behaviour(), settings.instant(), call.graphRoot());
  }

  private PasswordResetBehaviour behaviour() {
    return settings.get().passwordReset();
  }

  private Stream<ResetOperation> of(DirectoryUser user) {
    return byUser.getOrDefault(user.id(), List.of()).stream();
  }

  private static String context(DirectoryUser user, HttpCall call) {
    return call.graphRoot() + "/$metadata#users('" + user.id() + "')/authentication/operations";
  }

  public void reset() {
    byUser.clear();
  }
}
