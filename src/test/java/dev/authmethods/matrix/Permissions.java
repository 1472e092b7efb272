package dev.authmethods.matrix;

import java.util.List;

/** A set of permissions of Microsoft Graph that the registration of the gateway was granted, of each kind. */
enum Permissions {
  ALL,
  PHONES_ONLY,
  READ_ONLY,
  /** The gateway cannot read who is protected. */
  WITHOUT_DIRECTORY;

  private static final String ALL_KINDS = "UserAuthenticationMethod";

  List<String> names() {
    return switch (this) {
      case ALL -> withDirectory(ALL_KINDS + ".ReadWrite.All", "User.RevokeSessions.All");
      case PHONES_ONLY -> withDirectory("UserAuthMethod-Phone.ReadWrite.All", "UserAuthMethod-Phone.Read.All");
      case READ_ONLY -> withDirectory(ALL_KINDS + ".Read.All", "UserAuthMethod-Phone.Read.All");
      case WITHOUT_DIRECTORY -> List.of("User.Read.All", ALL_KINDS + ".ReadWrite.All", "User.RevokeSessions.All");
    };
  }

  private static List<String> withDirectory(String first, String second) {
    return List.of("User.Read.All", "GroupMember.Read.All", "RoleManagement.Read.Directory", first, second);
  }

  boolean has(String name) {
    return names().contains(name);
  }
}
