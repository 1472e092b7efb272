package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;

/** The default method goes last (Microsoft Graph: Delete phoneAuthenticationMethod). */
final class DefaultMethodRule {

  private DefaultMethodRule() {}

  /** A password does not count among the others: it is no second factor and cannot be deleted. */
  static void checkDelete(DirectoryUser user, UserMethods held, Method method) {
    var others = held
      .without(method.id())
      .methods()
      .stream()
      .anyMatch(other -> other.kind() != MethodKind.PASSWORD);
    if (method.id().equals(user.defaultMethodId()) && others) {
      throw GraphError.badRequest(
        "The requested authentication method id of [" +
          method.id() +
          "] matches the user's current default authentication method, " +
          "and cannot be deleted until the default authentication method is changed"
      );
    }
  }
}
