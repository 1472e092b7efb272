package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group of the directory (Microsoft Graph: group resource type).
 *
 * @param memberOf the groups that it is a direct member of
 */
public record DirectoryGroup(String id, String displayName, boolean assignableToRole, List<DirectoryGroup> memberOf) {
  public static final List<String> PROPERTIES = List.of("id", "displayName", "isAssignableToRole", "securityEnabled");

  public static final EntityType TYPE = EntityType.of("group", PROPERTIES);

  /** A group in no other group. */
  public DirectoryGroup(String id, String displayName, boolean assignableToRole) {
    this(id, displayName, assignableToRole, List.of());
  }

  /** The group itself, and all that it is a member of, directly or through others. */
  public Stream<DirectoryGroup> andAllAbove() {
    return Stream.concat(Stream.of(this), memberOf.stream().flatMap(DirectoryGroup::andAllAbove)).distinct();
  }

  public ObjectNode json() {
    var json = JsonTree.object().put("id", id).put("displayName", displayName).put("securityEnabled", true);
    return assignableToRole ? json.put("isAssignableToRole", true) : json.putNull("isAssignableToRole");
  }
}
