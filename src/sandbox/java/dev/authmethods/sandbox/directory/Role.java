package dev.authmethods.sandbox.directory;

import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.query.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The directory roles that matter to authentication methods (Microsoft Entra: built-in roles). */
public enum Role {
  AUTHENTICATION_ADMINISTRATOR("Authentication Administrator", "c4e39bd9-1100-46d3-8c65-fb160da0071f"),
  PRIVILEGED_AUTHENTICATION_ADMINISTRATOR(
    "Privileged Authentication Administrator",
    "7be44c8a-adaf-4e2a-84d6-ab2649e08a13"
  ),
  GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
  GLOBAL_READER("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
  HELPDESK_ADMINISTRATOR("Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8"),
  DIRECTORY_READERS("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
  GUEST_INVITER("Guest Inviter", "95e79109-95c0-4d8e-aee3-d01accf2d47b"),
  MESSAGE_CENTER_READER("Message Center Reader", "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b"),
  PASSWORD_ADMINISTRATOR("Password Administrator", "966707d0-3269-4727-9be2-8c3a10f19b9d"),
  REPORTS_READER("Reports Reader", "4a5d8f65-41da-4de4-8968-e035b65339cf"),
  USAGE_SUMMARY_REPORTS_READER("Usage Summary Reports Reader", "75934031-6c7e-415a-99d7-48dbd49e875e"),
  USER_ADMINISTRATOR("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1"),
  USER_EXPERIENCE_SUCCESS_MANAGER("User Experience Success Manager", "27460883-1df1-4691-b032-3b79643e5e63");

  public static final EntityType TYPE = EntityType.of("directoryRole", List.of("id", "displayName", "roleTemplateId"));

  private final String displayName;
  private final String templateId;

  Role(String displayName, String templateId) {
    this.displayName = displayName;
    this.templateId = templateId;
  }

  public String displayName() {
    return displayName;
  }

  public String templateId() {
    return templateId;
  }

  /** As an object of the directory; its own id is another than the template's, and the same in every sandbox. */
  public ObjectNode json() {
    var id = UUID.nameUUIDFromBytes(templateId.getBytes(StandardCharsets.UTF_8)).toString();
    return JsonTree.object().put("id", id).put("displayName", displayName).put("roleTemplateId", templateId);
  }

  /** The roles that a token lists by template id; unknown ids are left out. */
  static Set<Role> ofTemplateIds(Collection<?> ids) {
    var roles = EnumSet.noneOf(Role.class);
    Arrays.stream(values())
      .filter(role -> ids.contains(role.templateId))
      .forEach(roles::add);
    return roles;
  }
}
