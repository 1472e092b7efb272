package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A group of the directory (Microsoft Graph: group resource type). */
public record DirectoryGroup(String id, String displayName, boolean assignableToRole) {
  public static final List<String> PROPERTIES = List.of("id", "displayName", "isAssignableToRole", "securityEnabled");

  public ObjectNode json() {
    var json = JsonTree.object().put("id", id).put("displayName", displayName).put("securityEnabled", true);
    return assignableToRole ? json.put("isAssignableToRole", true) : json.putNull("isAssignableToRole");
  }
}
