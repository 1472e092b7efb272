package dev.authmethods.sandbox.user;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.UserProperties;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Many objects at once (Microsoft Graph: directoryObject: getByIds). */
public final class GetByIds {

  private static final int LIMIT = 1_000;
  private static final EntityType PARAMETERS = EntityType.of("getByIds", List.of("ids", "types"));

  private final Directory directory;
  private final GraphSettings settings;
  private final boolean directoryPermission;

  public GetByIds(Directory directory, GraphSettings settings, boolean directoryPermission) {
    this.directory = directory;
    this.settings = settings;
    this.directoryPermission = directoryPermission;
  }

  /** Users in the order of their ids; unknown ids are left out without a word. */
  public HttpReply answer(GraphCaller caller, HttpCall call) {
    if (directoryPermission) {
      DirectoryAccess.checkDirectory(caller);
    }
    DirectoryAccess.check(caller);
    var body = PARAMETERS.read(call);
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#directoryObjects");
    json.set("value", JsonTree.array(wantsUsers(body) ? users(caller, ids(body), selected(caller, call)) : List.of()));
    return HttpReply.ok(json);
  }

  private List<String> selected(GraphCaller caller, HttpCall call) {
    var selected = UserSelection.ofRelated(call);
    BasicProfiles.check(caller, call, selected, settings.get().directory());
    return selected;
  }

  private List<ObjectNode> users(GraphCaller caller, List<String> ids, List<String> selected) {
    return ids
      .stream()
      .distinct()
      .map(this::byId)
      .flatMap(Optional::stream)
      .map(user -> json(caller, user, selected))
      .toList();
  }

  /** Only object ids count here, not names. */
  private Optional<DirectoryUser> byId(String id) {
    return directory.find(id).filter(user -> user.id().equalsIgnoreCase(id));
  }

  private ObjectNode json(GraphCaller caller, DirectoryUser user, List<String> selected) {
    var properties = BasicProfiles.seen(caller, user, directory.properties(user));
    return JsonTree.object()
      .put("@odata.type", "#microsoft.graph.user")
      .setAll(UserProperties.only(selected, properties));
  }

  private static List<String> ids(JsonNode body) {
    var ids = body.path("ids");
    if (!ids.isArray() || ids.isEmpty() || !ids.valueStream().allMatch(JsonNode::isString)) {
      throw GraphError.badRequest("The parameter ids must be a list of identifiers.");
    }
    if (ids.size() > LIMIT) {
      throw GraphError.badRequest("Too many identifiers specified. Must be 1000 or less.");
    }
    return ids.valueStream().map(JsonNode::stringValue).toList();
  }

  /** Without types everything is wanted. */
  private static boolean wantsUsers(JsonNode body) {
    var types = body.path("types");
    return (
      types.isEmpty() ||
      types
        .valueStream()
        .anyMatch(type -> List.of("user", "directoryobject").contains(type.asString().toLowerCase(ROOT)))
    );
  }
}
