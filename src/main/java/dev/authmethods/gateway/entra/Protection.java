package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.ObjectId;
import org.jspecify.annotations.Nullable;

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
  /** A caller with a role of the protected group: the user is a member of it, and the caller has no such role. */
  GROUP,
  /** Nobody by a role for the whole tenant: the user is in a restricted management administrative unit. */
  RESTRICTED;

  /**
   * The rules of protection that may stand between a caller and a user, so that the gateway has to ask Microsoft Graph about the
   * user.
   *
   * @param rules the rules of Entra that the gateway applies itself
   * @param group the group whose members the caller may not change; null when there is none, or the caller may
   */
  public record Scope(Rules rules, @Nullable ObjectId group) {
    /** Whether there is nothing to ask. */
    public boolean isEmpty() {
      return rules == Rules.NONE && group == null;
    }

    /** Whether one question about a user tells all. */
    boolean isOneQuestion() {
      return rules == Rules.RESTRICTED_MANAGEMENT && group == null;
    }
  }

  /** The rules of Entra that the gateway applies itself. */
  public enum Rules {
    /** Entra applies them, because the gateway acts on behalf of the caller. */
    NONE,
    /** The caller reaches everybody whom a role for the whole tenant reaches. */
    RESTRICTED_MANAGEMENT,
    /** All of them. */
    ALL,
  }
}
