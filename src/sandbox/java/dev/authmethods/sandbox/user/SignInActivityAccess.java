package dev.authmethods.sandbox.user;

import dev.authmethods.sandbox.behaviour.DirectoryBehaviour;
import dev.authmethods.sandbox.directory.DirectoryProfile;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.http.GraphError;
import java.util.List;

/** Decides which callers read when users last signed in (Microsoft Graph: signInActivity resource type, List users; Microsoft Entra: sign-in logs). */
final class SignInActivityAccess {

  private static final Role[] READERS = { Role.REPORTS_READER, Role.GLOBAL_READER, Role.GLOBAL_ADMINISTRATOR };
  private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private SignInActivityAccess() {}

  static boolean isSelected(List<String> selected) {
    return selected.contains(DirectoryProfile.SIGN_IN_ACTIVITY);
  }

  /** Refuses a caller who selects it without what it takes. */
  static void check(GraphCaller caller, List<String> selected, DirectoryBehaviour tenant) {
    if (!isSelected(selected)) {
      return;
    }
    if (!tenant.premiumLicense() || tenant.forCustomers()) {
      throw GraphError.of(
        403,
        "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
        "Neither tenant is B2C or tenant doesn't have premium license"
      );
    }
    if (!caller.mayAny("AuditLog.Read.All")) {
      throw GraphError.of(
        403,
        "Authentication_MSGraphPermissionMissing",
        "Calling principal does not have required MSGraph permissions AuditLog.Read.All"
      );
    }
    if (tenant.signInActivityRoles() && caller.delegated() && !caller.hasAny(READERS)) {
      throw GraphError.of(403, "Authentication_RequestFromUnsupportedUserRole", "User is not in the allowed roles");
    }
  }

  /** The activity of one user is found by the object id only. */
  static void checkKey(String key, List<String> selected) {
    if (isSelected(selected) && !key.matches(GUID)) {
      throw GraphError.of(400, "BadRequest", "Get By Key only supports UserId and the key has to be a valid Guid");
    }
  }
}
