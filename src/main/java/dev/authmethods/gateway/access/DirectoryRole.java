package dev.authmethods.gateway.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Entra's roles that matter for authentication methods. Source:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
public enum DirectoryRole {
  AUTHENTICATION_ADMINISTRATOR("c4e39bd9-1100-46d3-8c65-fb160da0071f", "Authentication Administrator"),
  PRIVILEGED_AUTHENTICATION_ADMINISTRATOR(
    "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
    "Privileged Authentication Administrator"
  ),
  GLOBAL_ADMINISTRATOR("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
  GLOBAL_READER("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
  HELPDESK_ADMINISTRATOR("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator"),
  USER_ADMINISTRATOR("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
  PASSWORD_ADMINISTRATOR("966707d0-3269-4727-9be2-8c3a10f19b9d", "Password Administrator"),
  AUTHENTICATION_POLICY_ADMINISTRATOR("0526716b-113d-4c15-b2c8-68e3c22b9f80", "Authentication Policy Administrator"),
  DIRECTORY_READERS("88d8e3e3-8f55-4a1e-953a-9b9898b8876b", "Directory Readers"),
  GUEST_INVITER("95e79109-95c0-4d8e-aee3-d01accf2d47b", "Guest Inviter"),
  MESSAGE_CENTER_READER("790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b", "Message Center Reader"),
  REPORTS_READER("4a5d8f65-41da-4de4-8968-e035b65339cf", "Reports Reader"),
  USAGE_SUMMARY_REPORTS_READER("75934031-6c7e-415a-99d7-48dbd49e875e", "Usage Summary Reports Reader"),
  USER_EXPERIENCE_SUCCESS_MANAGER("27460883-1df1-4691-b032-3b79643e5e63", "User Experience Success Manager");

  /**
   * The roles whose holders an Authentication Administrator reaches. Source:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
   */
  private static final Set<DirectoryRole> REACHED_BY_AUTHENTICATION_ADMINISTRATORS = EnumSet.of(
    AUTHENTICATION_ADMINISTRATOR,
    DIRECTORY_READERS,
    GUEST_INVITER,
    MESSAGE_CENTER_READER,
    PASSWORD_ADMINISTRATOR,
    REPORTS_READER,
    USAGE_SUMMARY_REPORTS_READER,
    USER_EXPERIENCE_SUCCESS_MANAGER
  );

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

  /** Whether an Authentication Administrator reaches those who hold a role for the whole tenant. */
  public static boolean isReachedByAuthenticationAdministrators(String templateId) {
    return REACHED_BY_AUTHENTICATION_ADMINISTRATORS.stream().anyMatch(role -> role.templateId.equals(templateId));
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
