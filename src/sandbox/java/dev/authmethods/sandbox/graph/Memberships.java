package dev.authmethods.sandbox.graph;

import dev.authmethods.sandbox.directory.AdministrativeUnit;
import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryGroup;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.RoleAssignment;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import dev.authmethods.sandbox.query.ODataCollection;
import dev.authmethods.sandbox.query.ODataPath;
import dev.authmethods.sandbox.user.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The objects that users belong to, own and hold (Microsoft Graph: List a user's memberships, List ownedObjects, List
 * unifiedRoleAssignments). Of an object that a caller may not read Graph tells only the type and the id (permissions
 * overview, limited information).
 */
final class Memberships {

  private static final String[] DIRECTORY = { "Directory.Read.All", "Directory.ReadWrite.All" };
  private static final String[] USERS = { "User.Read.All", "User.ReadWrite.All" };
  private static final String[] GROUPS = { "GroupMember.Read.All", "Group.Read.All", "Group.ReadWrite.All" };
  private static final String[] UNITS = { "AdministrativeUnit.Read.All", "AdministrativeUnit.ReadWrite.All" };
  private static final String[] ROLES = {
    "RoleManagement.Read.Directory",
    "RoleManagement.Read.All",
    "RoleManagement.ReadWrite.Directory",
  };
  private static final EntityType OBJECT = EntityType.of(
    "directoryObject",
    Stream.of(DirectoryGroup.PROPERTIES, AdministrativeUnit.PROPERTIES, List.of("roleTemplateId"))
      .flatMap(List::stream)
      .distinct()
      .toList()
  );

  private final Directory directory;
  private final Paging paging;

  Memberships(Directory directory, Paging paging) {
    this.directory = directory;
    this.paging = paging;
  }

  /** Only groups are nested: through them a user has more of them when all memberships are asked for. */
  HttpReply memberOf(GraphCaller caller, String key, ODataPath path, HttpCall call) {
    check(caller, key, USERS, GROUPS, DIRECTORY);
    var user = user(key);
    var standing = user.standing();
    var objects = new ArrayList<ObjectNode>();
    var isTransitive = path.head().equals("transitivememberof");
    standing
      .memberOf()
      .stream()
      .flatMap(group -> isTransitive ? group.andAllAbove() : Stream.of(group))
      .distinct()
      .forEach(group -> objects.add(seen(caller, "group", group.json())));
    user.roles().forEach(role -> objects.add(seen(caller, "directoryRole", role.json())));
    standing.units().forEach(unit -> objects.add(seen(caller, "administrativeUnit", unit.json())));
    return answer(objects, path, call);
  }

  HttpReply ownedObjects(GraphCaller caller, String key, ODataPath path, HttpCall call) {
    check(caller, key, USERS, DIRECTORY);
    var owned = user(key)
      .standing()
      .owns()
      .stream()
      .map(group -> seen(caller, "group", group.json()));
    return answer(owned.toList(), path, call);
  }

  /** One group (Microsoft Graph: Get group). */
  HttpReply group(GraphCaller caller, String id, HttpCall call) {
    if (!caller.mayAny(GROUPS) && !caller.mayAny(DIRECTORY)) {
      throw GraphError.directoryDenied();
    }
    var group = directory
      .users()
      .stream()
      .flatMap(user -> Stream.concat(user.standing().memberOf().stream(), user.standing().owns().stream()))
      .flatMap(DirectoryGroup::andAllAbove)
      .filter(each -> each.id().equalsIgnoreCase(id))
      .findFirst()
      .orElseThrow(() -> GraphError.noSuchObject(id));
    var found = new ODataCollection(DirectoryGroup.TYPE, List.of(group.json())).selected(call);
    return HttpReply.ok(context(call, "groups/$entity").setAll(found.getFirst()));
  }

  /** Those that were assigned directly, for the whole tenant or for a part. */
  HttpReply roleAssignments(GraphCaller caller, HttpCall call) {
    if (!caller.mayAny(ROLES) && !caller.mayAny(DIRECTORY)) {
      throw GraphError.directoryDenied();
    }
    var assignments = directory.users().stream().flatMap(Memberships::assignments).toList();
    var json = context(call, "roleManagement/directory/roleAssignments");
    var found = new ODataCollection(RoleAssignment.TYPE, assignments).filtered(call);
    return HttpReply.ok(json.set("value", JsonTree.array(found.selected(call))));
  }

  private static Stream<ObjectNode> assignments(DirectoryUser user) {
    var everywhere = user.roles().stream().map(RoleAssignment::of);
    return Stream.concat(everywhere, user.standing().assignments().stream()).map(assignment -> assignment.json(user));
  }

  private HttpReply answer(List<ObjectNode> objects, ODataPath path, HttpCall call) {
    var end = path.length() - (path.isCount() ? 1 : 0);
    if (end > 2 || (end == 2 && path.cast(1).isEmpty())) {
      throw GraphError.unknownSegment(path.at(1));
    }
    var type = path.cast(1).map(name -> "#microsoft.graph." + name);
    var kept = objects
      .stream()
      .filter(object -> type.isEmpty() || type.get().equalsIgnoreCase(object.path("@odata.type").asString()))
      .toList();
    var found = new ODataCollection(OBJECT, kept);
    return path.isCount() ? found.countAlone(call) : paging.answer(call, "directoryObjects", found);
  }

  private static ObjectNode context(HttpCall call, String resource) {
    return JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#" + resource);
  }

  private static ObjectNode seen(GraphCaller caller, String type, ObjectNode object) {
    var seen = JsonTree.object().put("@odata.type", "#microsoft.graph." + type);
    if (caller.mayAny(toRead(type)) || caller.mayAny(DIRECTORY)) {
      return seen.setAll(object);
    }
    object.propertyNames().forEach(seen::putNull);
    return seen.put("id", object.path("id").asString());
  }

  private static String[] toRead(String type) {
    return switch (type) {
      case "group" -> GROUPS;
      case "directoryRole" -> ROLES;
      default -> UNITS;
    };
  }

  private void check(GraphCaller caller, String key, String[]... permissions) {
    var own = directory.find(key).filter(caller::is).isPresent() && caller.mayAny("User.Read");
    if (!own && Stream.of(permissions).noneMatch(caller::mayAny)) {
      throw GraphError.directoryDenied();
    }
  }

  private DirectoryUser user(String key) {
    return directory.find(key).orElseThrow(() -> GraphError.noSuchObject(key));
  }
}
