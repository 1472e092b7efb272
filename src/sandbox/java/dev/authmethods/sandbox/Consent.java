package dev.authmethods.sandbox;

import java.util.Set;

/** The permissions of Microsoft Graph that an administrator has granted to the gateway. */
record Consent(Set<String> delegated, Set<String> application) {
  static final Consent DEFAULT = new Consent(
    Set.of("UserAuthenticationMethod.ReadWrite.All", "UserAuthMethod-Phone.ReadWrite.All", "User.Read.All"),
    Set.of("UserAuthenticationMethod.ReadWrite.All", "User.Read.All", "RoleManagement.Read.Directory")
  );

  Consent {
    delegated = Set.copyOf(delegated);
    application = Set.copyOf(application);
  }
}
