package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A part of the tenant that has separate administrators (Microsoft Entra: Administrative units). */
public record AdministrativeUnit(String id, String displayName, boolean restricted) {
  public static final List<String> PROPERTIES = List.of("id", "displayName", "isMemberManagementRestricted");

  public ObjectNode json() {
    var json = JsonTree.object().put("id", id).put("displayName", displayName);
    return json.put("isMemberManagementRestricted", restricted);
  }
}
