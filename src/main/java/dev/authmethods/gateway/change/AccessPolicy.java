package dev.authmethods.gateway.change;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.access.DirectoryRole;
import dev.authmethods.gateway.entra.ActingAs;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Protection;
import dev.authmethods.gateway.error.CloudNotSupportedError;
import dev.authmethods.gateway.error.OwnAccountNotAllowedError;
import dev.authmethods.gateway.error.PermissionDeniedError;
import dev.authmethods.gateway.error.SharedError;
import dev.authmethods.gateway.error.UpstreamErrors;
import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of access, the same for every kind of method: may this caller do this to this user in this cloud? The rules
 * are pure. Each returns its error, and nothing when it is kept. A {@link PermissionDeniedError} is about permissions
 * and roles that the caller lacks, never about the gateway's registration.
 *
 * @param cloud    the national cloud of the tenant
 * @param actingAs in whose name the gateway calls Microsoft Graph
 * @param group    the users whom only some callers may change; null when there are none
 */
public record AccessPolicy(NationalCloud cloud, ActingAs actingAs, @Nullable ProtectedGroup group) {
  private static final List<String> USER = ChangeInput.USER;

  /**
   * The group whose members, direct and nested, only some callers may change: a rule of the gateway's operators, beside those of
   * Entra.
   *
   * @param id    the group in Entra
   * @param roles the template ids of the roles of which a caller needs one; empty when nobody may
   */
  public record ProtectedGroup(ObjectId id, List<String> roles) {}

  /**
   * These reach every user whom a role for the whole tenant reaches. Source:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
   */
  private static final List<DirectoryRole> OVER_EVERYBODY = List.of(
    DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
    DirectoryRole.GLOBAL_ADMINISTRATOR
  );

  /** The rules where no group is protected. */
  public AccessPolicy(NationalCloud cloud, ActingAs actingAs) {
    this(cloud, actingAs, null);
  }

  /** All errors of a caller who wants an operation on a user. */
  public List<SharedError> errors(Caller caller, UserKey user, Operation operation, boolean isOwnAccountAllowed) {
    return Stream.of(
      roleMay(caller, operation),
      isOwnAccountAllowed ? Optional.<SharedError>empty() : notTheOwnAccount(caller, user, operation),
      cloudOffers(operation)
    )
      .<SharedError>flatMap(Optional::stream)
      .toList();
  }

  /** Whether the caller has a role for the operation, as far as the gateway has to know. */
  public boolean hasRole(Caller caller, Operation operation) {
    return roleMay(caller, operation).isEmpty();
  }

  /**
   * The caller has a role for the operation. When the gateway acts on behalf of the caller, Entra decides; when it acts
   * as an application, Entra does not look at the caller any more.
   */
  public Optional<PermissionDeniedError> roleMay(Caller caller, Operation operation) {
    return actingAs == ActingAs.CALLER || caller.application() || holdsAny(caller, operation.roles())
      ? Optional.empty()
      : Optional.of(PermissionDeniedError.lacking(List.of(), List.of(), names(operation.roles())));
  }

  /**
   * Callers cannot do it to their own account if the operation refuses that. When the gateway acts as an application,
   * it compares object ids only: names can change hands.
   */
  Optional<OwnAccountNotAllowedError> notTheOwnAccount(Caller caller, UserKey user, Operation operation) {
    var sure = actingAs == ActingAs.CALLER || user instanceof ObjectId;
    return operation.refusesOwnAccount() && sure && caller.isKnownAs(user)
      ? Optional.of(new OwnAccountNotAllowedError(USER))
      : Optional.empty();
  }

  /**
   * The national cloud offers the operation. Source: the table of clouds on the page of each operation, such as
   * https://learn.microsoft.com/graph/api/authentication-post-phonemethods
   */
  Optional<CloudNotSupportedError> cloudOffers(Operation operation) {
    return operation.clouds().contains(cloud)
      ? Optional.empty()
      : Optional.of(new CloudNotSupportedError(List.of(), cloud, List.copyOf(operation.clouds())));
  }

  /**
   * The protections that the gateway itself has to see to. On behalf of a caller Entra protects users, and the gateway only those in
   * its group. A caller with a role of the group needs no question about it.
   */
  public Protection.Scope protections(Caller caller) {
    var asked =
      group == null ||
      group
        .roles()
        .stream()
        .anyMatch(role -> holds(caller, role))
        ? null
        : group.id();
    return new Protection.Scope(rules(caller), asked);
  }

  private Protection.Rules rules(Caller caller) {
    if (actingAs == ActingAs.CALLER) {
      return Protection.Rules.NONE;
    }
    return isPrivileged(caller) ? Protection.Rules.RESTRICTED_MANAGEMENT : Protection.Rules.ALL;
  }

  /**
   * Whether the caller reaches everybody whom a role for the whole tenant reaches. No application does: the roles in
   * its token do not count.
   */
  public boolean isPrivileged(Caller caller) {
    return holds(caller, DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR);
  }

  /**
   * The caller reaches the user. Source:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
   */
  public Optional<PermissionDeniedError> reaches(Caller caller, Protection protection) {
    return switch (protection) {
      case NONE -> Optional.empty();
      case PRIVILEGED -> isPrivileged(caller) ? Optional.empty() : Optional.of(protectedFrom(caller));
      case GROUP -> Optional.of(PermissionDeniedError.protectedByGroup(USER, rolesOfGroup(caller)));
      case RESTRICTED -> Optional.of(PermissionDeniedError.restricted(USER));
    };
  }

  /** An application has no role that counts. */
  private List<String> rolesOfGroup(Caller caller) {
    return caller.application() || group == null
      ? List.of()
      : group.roles().stream().map(DirectoryRole::nameOf).toList();
  }

  private static PermissionDeniedError protectedFrom(Caller caller) {
    return caller.application()
      ? PermissionDeniedError.protectedFromApplications(USER)
      : PermissionDeniedError.protectedFromRole(
          USER,
          names(List.of(DirectoryRole.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR))
        );
  }

  /** The error for a failure of Microsoft Graph; one that asks the caller to sign in again is thrown on. */
  public SharedError error(EntraFailure failure, Caller caller, UserKey user, Operation operation) {
    return UpstreamErrors.of(failure, USER, refused -> denied(caller, user, operation, refused));
  }

  /**
   * The error for a caller whom Microsoft Graph has refused. It names the permissions and roles that would help, as far
   * as the token's roles and the refusal tell. The caller may hold a role that the token does not list and that does
   * not cover the user.
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
   * Whether the caller's token lists a role that the operation accepts. When it does not, the caller may still be
   * allowed: by a custom role, or by one for an administrative unit, none of which tokens list. Source:
   * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
   */
  public boolean listsRole(Caller caller, Operation operation) {
    return caller.application() || holdsAny(caller, operation.roles()) || holdsAny(caller, OVER_EVERYBODY);
  }

  /**
   * Whether the gateway itself has to mask what it shows. Microsoft Graph masks it for an Authentication Administrator, but not for
   * an application. Source: https://learn.microsoft.com/graph/api/authentication-list-phonemethods
   */
  public boolean seesMasked(Caller caller) {
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
    return holds(caller, role.templateId());
  }

  private static boolean holds(Caller caller, String role) {
    return !caller.application() && caller.roles().contains(role);
  }

  private static List<String> names(List<DirectoryRole> roles) {
    return roles.stream().map(DirectoryRole::displayName).toList();
  }
}
