package dev.authmethods.gateway.phone;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.CloudNotSupportedError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what to whom, and where: pure rules, each answering with the error it breaks by, and empty when it is kept. What the
 * caller lacks is a {@link PermissionDeniedError}; what the gateway's own registration lacks is none of this.
 *
 * @param cloud             the national cloud of the tenant
 * @param actingAs          in whose name Microsoft Graph is called
 * @param ownAccountAllowed whether callers may add phones to their own account and change them
 */
record AccessPolicy(NationalCloud cloud, ActingAs actingAs, boolean ownAccountAllowed) {
  private static final List<String> USER = PhoneRules.USER;

  /** These reach every user whom a role for the whole tenant reaches. Source: privileged roles and permissions. */
  private static final List<DirectoryRole> OVER_EVERYBODY = List.of(
    DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
    DirectoryRole.GLOBAL_ADMINISTRATOR
  );

  /**
   * The caller has a role that may. Left to Entra where the gateway acts on behalf of the caller; where it acts as an
   * application Entra does not look at the caller any more.
   */
  Optional<PermissionDeniedError> roleMay(Caller caller, Operation operation) {
    return actingAs == ActingAs.CALLER || caller.application() || holdsAny(caller, operation.roles())
      ? Optional.empty()
      : Optional.of(PermissionDeniedError.lacking(List.of(), List.of(), names(operation.roles())));
  }

  /**
   * Nobody adds a phone to their own account or updates one of it. Source: Create phoneMethod, Update phoneMethod. Where the
   * gateway acts as an application only object ids are compared: names can change hands.
   */
  Optional<OwnAccountNotAllowedError> notTheOwnAccount(Caller caller, UserKey user) {
    var sure = actingAs == ActingAs.CALLER || user instanceof ObjectId;
    return sure && caller.isKnownAs(user) && !ownAccountAllowed
      ? Optional.of(new OwnAccountNotAllowedError(USER))
      : Optional.empty();
  }

  /** The national cloud offers the operation. Source: the table of clouds on each page. */
  Optional<CloudNotSupportedError> cloudOffers(Operation operation) {
    return operation.clouds().contains(cloud)
      ? Optional.empty()
      : Optional.of(new CloudNotSupportedError(List.of(), cloud, List.copyOf(operation.clouds())));
  }

  /** Whether the gateway itself has to see to it that users are protected. On behalf of a caller Entra does. */
  boolean protectsUsers() {
    return actingAs == ActingAs.APPLICATION;
  }

  /**
   * Whether the caller reaches everybody whom a role for the whole tenant reaches. No application does, whatever roles its token
   * names.
   */
  boolean isPrivileged(Caller caller) {
    return holds(caller, DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);
  }

  /** The caller reaches the user. Source: Microsoft Entra, who can perform sensitive actions. */
  Optional<PermissionDeniedError> reaches(Caller caller, Protection protection) {
    return switch (protection) {
      case NONE -> Optional.empty();
      case PRIVILEGED -> isPrivileged(caller) ? Optional.empty() : Optional.of(protectedFrom(caller));
      case RESTRICTED -> Optional.of(PermissionDeniedError.restricted(USER));
    };
  }

  private static PermissionDeniedError protectedFrom(Caller caller) {
    return caller.application()
      ? PermissionDeniedError.protectedFromApplications(USER)
      : PermissionDeniedError.protectedFromRole(
          USER,
          names(List.of(DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR))
        );
  }

  /**
   * What it means that Microsoft Graph refused the caller: what would help, as far as the token's roles and the permissions that
   * the refusal names tell. A role that the token does not list may be held all the same, and not cover the user.
   */
  PermissionDeniedError denied(Caller caller, UserKey user, Operation operation, EntraFailure.Refused refused) {
    var permissions = refused.missingPermissions();
    if (actingAs == ActingAs.APPLICATION) {
      return PermissionDeniedError.notCovered(USER);
    }
    if (caller.isKnownAs(user)) {
      return PermissionDeniedError.lacking(List.of(), permissions, List.of());
    }
    if (!holdsAny(caller, operation.roles()) && !holdsAny(caller, OVER_EVERYBODY)) {
      return PermissionDeniedError.lacking(List.of(), permissions, names(operation.roles()));
    }
    if (!permissions.isEmpty()) {
      return PermissionDeniedError.lacking(List.of(), permissions, List.of());
    }
    return holdsAny(caller, OVER_EVERYBODY) || operation.isRead()
      ? PermissionDeniedError.notCovered(USER)
      : protectedFrom(caller);
  }

  /**
   * Whether the caller's token lists a role that the operation accepts. When it does not, the caller may still be allowed: by a
   * custom role, or by one for an administrative unit, none of which tokens list. Source: Microsoft Entra, access token claims.
   */
  boolean listsRole(Caller caller, Operation operation) {
    return caller.application() || holdsAny(caller, operation.roles()) || holdsAny(caller, OVER_EVERYBODY);
  }

  /**
   * Whether the gateway itself has to mask numbers. Entra masks them for an Authentication Administrator, but not for an
   * application. Source: Microsoft Graph, List phoneMethods.
   */
  boolean seesNumbersMasked(Caller caller) {
    return (
      actingAs == ActingAs.APPLICATION &&
      !caller.application() &&
      !isPrivileged(caller) &&
      !holds(caller, DirectoryRole.GLOBAL_READER)
    );
  }

  private static boolean holdsAny(Caller caller, List<DirectoryRole> roles) {
    return roles.stream().anyMatch(role -> holds(caller, role));
  }

  /** The roles of an application are not those of a person: they give it nothing here. */
  private static boolean holds(Caller caller, DirectoryRole role) {
    return !caller.application() && caller.roles().contains(role.templateId());
  }

  private static List<String> names(List<DirectoryRole> roles) {
    return roles.stream().map(DirectoryRole::displayName).toList();
  }
}
