package dev.authmethods.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A group of the directory (Microsoft Graph: group resource type). */
record DirectoryGroup(String id, String displayName, boolean assignableToRole) {
  static final List<String> PROPERTIES = List.of("id", "displayName", "isAssignableToRole", "securityEnabled");

  ObjectNode json() {
    var json = JsonTree.object().put("id", id).put("displayName", displayName).put("securityEnabled", true);
    return assignableToRole ? json.put("isAssignableToRole", true) : json.putNull("isAssignableToRole");
  }
}
