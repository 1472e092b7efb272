package dev.authmethods.gateway.entra;

/**
 * Which administrators may change how a user signs in. Source:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
 * and https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
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
