package dev.authmethods.sandbox.user;

import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.http.GraphError;

/** Which permissions open the directory (Microsoft Graph: List users; directoryObject: getByIds). */
final class DirectoryAccess {

  private static final String[] DIRECTORY = { "Directory.Read.All", "Directory.ReadWrite.All" };
  private static final String[] USERS = { "User.ReadBasic.All", "User.Read.All", "User.ReadWrite.All" };
  private static final String[] ROLES = { "RoleManagement.Read.Directory", "Directory.Read.All" };
  private static final String[] OWN = { "User.Read", "User.ReadWrite" };

  private DirectoryAccess() {}

  static void check(GraphCaller caller) {
    if (!caller.mayAny(USERS) && !caller.mayAny(DIRECTORY)) {
      throw GraphError.directoryDenied();
    }
  }

  static void checkSelf(GraphCaller caller) {
    if (!caller.mayAny(OWN)) {
      check(caller);
    }
  }

  static void checkRoles(GraphCaller caller) {
    if (!caller.mayAny(ROLES)) {
      throw GraphError.directoryDenied();
    }
  }

  static void checkDirectory(GraphCaller caller) {
    if (!caller.mayAny(DIRECTORY)) {
      throw GraphError.directoryDenied();
    }
  }
}
