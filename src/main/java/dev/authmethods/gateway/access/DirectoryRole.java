package dev.authmethods.gateway.access;

import java.util.Arrays;

/** Entra's roles that matter for authentication methods. Source: Microsoft Entra, built-in roles. */
public enum DirectoryRole {
  AUTHENTICATION_ADMINISTRATOR("c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator"),
  PRIVILEGED_AUTHENTICATION_ADMINISTRATOR(
    "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
    "Privileged Authentication Administrator"
  ),
  GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
  GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
  HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
  PASSWORD_ADMINISTRATOR("966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator"),
  AUTHENTICATION_POLICY_ADMINISTRATOR("0526716b-113d-4c15-b2c8-68e3c22b9f80", "Authentication Policy Administrator");

  private final String templateId;
  private final String displayName;

  DirectoryRole(String templateId, String displayName) {
    this.templateId = templateId;
    this.displayName = displayName;
  }

  /** The id that tokens carry, the same in every tenant. */
  public String templateId() {
    return templateId;
  }

  /** The name that Microsoft gives it. */
  public String displayName() {
    return displayName;
  }

  /** The name of a role; of one that is not listed here the template id. */
  public static String nameOf(String templateId) {
    return Arrays.stream(values())
      .filter(role -> role.templateId.equals(templateId))
      .map(DirectoryRole::displayName)
      .findFirst()
      .orElse(templateId);
  }
}
