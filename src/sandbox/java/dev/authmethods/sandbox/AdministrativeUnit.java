package dev.authmethods.sandbox;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A part of the tenant that has administrators of its own (Microsoft Entra: Administrative units). */
record AdministrativeUnit(String id, String displayName, boolean restricted) {
  static final List<String> PROPERTIES = List.of("id", "displayName", "isMemberManagementRestricted");

  ObjectNode json() {
    var json = JsonTree.object().put("id", id).put("displayName", displayName);
    return json.put("isMemberManagementRestricted", restricted);
  }
}
