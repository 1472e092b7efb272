package dev.authmethods.sandbox.user;

import dev.authmethods.sandbox.behaviour.DirectoryBehaviour;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.QueryOption;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The few properties that {@code User.ReadBasic.All} shows (Microsoft Graph permissions reference: User.ReadBasic.All). */
final class BasicProfiles {

  private static final String[] WHOLE = {
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
  };
  private static final Set<String> BASIC = Set.of(
    "id",
    "displayName",
    "givenName",
    "surname",
    "mail",
    "userPrincipalName"
  );

  private BasicProfiles() {}

  /** Refuses a caller who selects more than the permission shows, where the settings say so. */
  static void check(GraphCaller caller, HttpCall call, List<String> selected, DirectoryBehaviour tenant) {
    if (
      !caller.mayAny(WHOLE) &&
      tenant.basicProfile() == DirectoryBehaviour.BasicProfile.REFUSE &&
      call.options().has(QueryOption.SELECT) &&
      !BASIC.containsAll(selected)
    ) {
      throw GraphError.directoryDenied();
    }
  }

  /** The user as the caller sees one. */
  static ObjectNode seen(GraphCaller caller, DirectoryUser user, ObjectNode properties) {
    if (!caller.mayAny(WHOLE) && !caller.is(user)) {
      properties
        .propertyNames()
        .stream()
        .filter(name -> !BASIC.contains(name))
        .toList()
        .forEach(properties::putNull);
    }
    return properties;
  }
}
