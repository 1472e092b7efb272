package dev.authmethods.gateway.entra;

/**
 * Who may change how a user signs in. Source: Microsoft Entra, privileged roles and permissions (who can perform sensitive actions),
 * and restricted management administrative units.
 */
public enum Protection {
  /** Any role for authentication methods reaches the user. */
  NONE,
  /**
   * A Privileged Authentication Administrator at least. The user holds a role that an Authentication Administrator does not reach,
   * a custom role or one for a part of the tenant, or is a member or an owner of a role-assignable group.
   */
  PRIVILEGED,
  /** Nobody by a role for the whole tenant: the user is in a restricted management administrative unit. */
  RESTRICTED,
}
