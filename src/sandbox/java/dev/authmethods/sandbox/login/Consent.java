package dev.authmethods.sandbox.login;

import java.util.Set;

/** The permissions of Microsoft Graph that an administrator has granted to an application. */
public record Consent(Set<String> delegated, Set<String> application) {
  public static final Consent DEFAULT = new Consent(
    Set.of(
      "AuditLog.Read.All",
      "GroupMember.Read.All",
      "UserAuthenticationMethod.ReadWrite.All",
      "UserAuthMethod-Phone.ReadWrite.All",
      "Policy.Read.AuthenticationMethod",
      "User.Read.All",
      "User.RevokeSessions.All"
    ),
    Set.of(
      "AuditLog.Read.All",
      "GroupMember.Read.All",
      "Policy.Read.AuthenticationMethod",
      "RoleManagement.Read.Directory",
      "User.Read.All",
      "User.RevokeSessions.All",
      "UserAuthenticationMethod.ReadWrite.All"
    )
  );

  /** The permissions that a developer's clients need to try everything that the sandbox has. */
  public static final Consent DEVELOPER = new Consent(
    Set.of(
      "AuditLog.Read.All",
      "Directory.Read.All",
      "Policy.Read.AuthenticationMethod",
      "RoleManagement.Read.Directory",
      "User.Read",
      "User.Read.All",
      "User.ReadBasic.All",
      "User.RevokeSessions.All",
      "UserAuthMethod-Email.Read.All",
      "UserAuthMethod-Email.ReadWrite.All",
      "UserAuthMethod-Phone.Read.All",
      "UserAuthMethod-Phone.ReadWrite.All",
      "UserAuthenticationMethod.Read.All",
      "UserAuthenticationMethod.ReadWrite.All"
    ),
    Set.of(
      "AuditLog.Read.All",
      "Directory.Read.All",
      "Policy.Read.AuthenticationMethod",
      "RoleManagement.Read.Directory",
      "User.Read.All",
      "User.RevokeSessions.All",
      "UserAuthMethod-Email.ReadWrite.All",
      "UserAuthMethod-Phone.ReadWrite.All",
      "UserAuthenticationMethod.Read.All",
      "UserAuthenticationMethod.ReadWrite.All"
    )
  );

  public Consent {
    delegated = Set.copyOf(delegated);
    application = Set.copyOf(application);
  }
}
