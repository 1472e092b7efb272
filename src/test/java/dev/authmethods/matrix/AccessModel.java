package dev.authmethods.matrix;

import static dev.authmethods.matrix.Persona.Role.AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.DIRECTORY_READERS;
import static dev.authmethods.matrix.Persona.Role.GLOBAL_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.GLOBAL_READER;
import static dev.authmethods.matrix.Persona.Role.HELPDESK_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.PASSWORD_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.PRIVILEGED_AUTHENTICATION_ADMINISTRATOR;
import static dev.authmethods.matrix.Persona.Role.REPORTS_READER;
import static dev.authmethods.matrix.Persona.Role.USER_ADMINISTRATOR;

import dev.authmethods.matrix.Persona.Kind;
import dev.authmethods.matrix.Persona.Role;
import java.util.Map;
import java.util.Set;

/**
 * The documentation as a program: whether a persona may do something to a target. It knows nothing of the code of the gateway or of
 * the sandbox. The pages of Microsoft decide on behalf of a caller, src/docs/operating.md where the gateway acts as an application.
 *
 * @param asApplication whether the gateway acts as an application
 * @param permissions   what the registration of the gateway was granted
 */
record AccessModel(boolean asApplication, Permissions permissions) {
  /**
   * The roles whose holders a lesser administrator reaches, among those of the matrix. Source:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions#who-can-perform-sensitive-actions
   * and, for Password Administrator, #who-can-reset-passwords
   */
  private static final Map<Role, Set<Role>> REACHED = Map.of(
    AUTHENTICATION_ADMINISTRATOR,
    Set.of(AUTHENTICATION_ADMINISTRATOR, DIRECTORY_READERS, REPORTS_READER, PASSWORD_ADMINISTRATOR),
    HELPDESK_ADMINISTRATOR,
    Set.of(HELPDESK_ADMINISTRATOR, DIRECTORY_READERS, REPORTS_READER, PASSWORD_ADMINISTRATOR),
    USER_ADMINISTRATOR,
    Set.of(USER_ADMINISTRATOR, HELPDESK_ADMINISTRATOR, DIRECTORY_READERS, REPORTS_READER, PASSWORD_ADMINISTRATOR),
    PASSWORD_ADMINISTRATOR,
    Set.of(PASSWORD_ADMINISTRATOR, DIRECTORY_READERS)
  );

  boolean allows(Persona persona, Action action, Target target) {
    return (
      isLetIn(persona) &&
      isPermitted(action) &&
      (persona.oid().equals(target.oid()) ? mayToOwn(persona, action, target) : mayToOthers(persona, action, target)) &&
      !isKeptFrom(persona, action, target)
    );
  }

  /** Applications come in only where the gateway acts as one, by setting (operating.md, settings.md). */
  private boolean isLetIn(Persona persona) {
    return switch (persona.kind()) {
      case STRANGER -> false;
      case APPLICATION -> asApplication;
      case USER -> true;
    };
  }

  /**
   * The table of permissions on the page of each operation: https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview
   * lists the pages; for sessions https://learn.microsoft.com/graph/api/user-revokesigninsessions
   */
  private boolean isPermitted(Action action) {
    return switch (action.subject()) {
      case PHONE -> has("UserAuthMethod-Phone", action);
      case EMAIL, PASS, EVERY_KIND -> has("none", action);
      case PASSWORD -> !asApplication && has("none", action);
      case SESSIONS -> permissions.has("User.RevokeSessions.All");
    };
  }

  private boolean has(String narrow, Action action) {
    return (
      permissions.has("UserAuthenticationMethod.ReadWrite.All") ||
      permissions.has(narrow + ".ReadWrite.All") ||
      (action.isRead() && permissions.has("UserAuthenticationMethod.Read.All"))
    );
  }

  /**
   * On behalf of the caller users read and delete their methods and end their sessions, and save nothing; nobody manages their
   * own pass, resets their own password, or takes all methods from themselves. Sources: the pages of the operations,
   * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass and the schema.
   */
  private boolean mayToOwn(Persona persona, Action action, Target target) {
    return !action.isRefusedToOwn() && (!asApplication || mayAsApplication(persona, action, target));
  }

  private boolean mayToOthers(Persona persona, Action action, Target target) {
    if (asApplication) {
      return mayAsApplication(persona, action, target);
    }
    return action.isRead() ? mayRead(persona, target) : mayWrite(persona, action, target);
  }

  /** Source: https://learn.microsoft.com/graph/api/authentication-list-methods; roles that tokens do not list count too. */
  private static boolean mayRead(Persona persona, Target target) {
    return (
      persona.hasAny(
        GLOBAL_READER,
        AUTHENTICATION_ADMINISTRATOR,
        PRIVILEGED_AUTHENTICATION_ADMINISTRATOR,
        GLOBAL_ADMINISTRATOR
      ) ||
      (isReached(AUTHENTICATION_ADMINISTRATOR, target) && (persona.custom() || isOfUnit(persona, target)))
    );
  }

  /**
   * In a restricted unit only those with a role for the unit act. Source:
   * https://learn.microsoft.com/entra/identity/role-based-access-control/admin-units-restricted-management
   */
  private static boolean mayWrite(Persona persona, Action action, Target target) {
    var ofUnit = isOfUnit(persona, target) && isReached(AUTHENTICATION_ADMINISTRATOR, target);
    if (target.unit().equals(Target.RESTRICTED)) {
      return ofUnit;
    }
    if (persona.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR, GLOBAL_ADMINISTRATOR)) {
      return true;
    }
    var byCustomRole =
      persona.custom() &&
      action.subject() != Action.Subject.SESSIONS &&
      isReached(AUTHENTICATION_ADMINISTRATOR, target);
    return (
      ofUnit ||
      byCustomRole ||
      action
        .limited()
        .stream()
        .anyMatch(role -> persona.hasAny(role) && isReached(role, target))
    );
  }

  private static boolean isOfUnit(Persona persona, Target target) {
    return !target.unit().isEmpty() && target.unit().equals(persona.unit());
  }

  private static boolean isReached(Role by, Target target) {
    return !target.isElevated() && REACHED.getOrDefault(by, Set.of()).containsAll(target.roles());
  }

  /**
   * operating.md, "Acting as an application" and "Protected users": only roles in the token count; applications and Authentication
   * Administrators reach whom nothing protects, a Privileged Authentication Administrator all but a restricted unit; what the
   * gateway cannot read protects.
   */
  private boolean mayAsApplication(Persona persona, Action action, Target target) {
    var isApplication = persona.kind() == Kind.APPLICATION;
    if (action.isRead()) {
      return (
        isApplication ||
        persona.hasAny(GLOBAL_READER, AUTHENTICATION_ADMINISTRATOR, PRIVILEGED_AUTHENTICATION_ADMINISTRATOR)
      );
    }
    if (target.unit().equals(Target.RESTRICTED)) {
      return false;
    }
    if (persona.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR)) {
      return true;
    }
    var offered = isApplication || action.limited().stream().anyMatch(persona::hasAny);
    return offered && permissions != Permissions.WITHOUT_DIRECTORY && isReached(AUTHENTICATION_ADMINISTRATOR, target);
  }

  /** operating.md, "A group of protected users": nobody without the role changes a member, or anybody while it cannot be read. */
  private boolean isKeptFrom(Persona persona, Action action, Target target) {
    return (
      !action.isRead() &&
      !persona.hasAny(PRIVILEGED_AUTHENTICATION_ADMINISTRATOR) &&
      (target.isInGroup() || permissions == Permissions.WITHOUT_DIRECTORY)
    );
  }
}
