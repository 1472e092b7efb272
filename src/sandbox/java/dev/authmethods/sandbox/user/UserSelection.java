package dev.authmethods.sandbox.user;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.QueryOption;
import java.util.List;
import java.util.Set;

/** The properties of users that are returned (Microsoft Graph: List users, Get a user). */
final class UserSelection {

  private static final Set<String> NEVER_IN_A_LIST = Set.of(
    "aboutme",
    "birthday",
    "hiredate",
    "interests",
    "mailboxsettings",
    "mysite",
    "pastprojects",
    "preferredname",
    "responsibilities",
    "schools",
    "skills"
  );

  private UserSelection() {}

  /** The properties that {@code $select} asks for, or else the default ones. */
  static List<String> of(HttpCall call) {
    return DirectoryUser.TYPE.selected(call).orElse(DirectoryUser.DEFAULT_PROPERTIES);
  }

  /** The same for users whom another object leads to: they do not have the property that takes a licence. */
  static List<String> ofRelated(HttpCall call) {
    var selected = of(call);
    if (SignInActivityAccess.isSelected(selected)) {
      throw GraphError.of(400, "BadRequest", "The property signInActivity cannot be selected here.");
    }
    return selected;
  }

  /** The same for a collection, which refuses some properties that single users have. */
  static List<String> ofList(HttpCall call) {
    var select = call.options().peek(QueryOption.SELECT).orElse("").toLowerCase(ROOT);
    if (List.of(select.split("\\s*,\\s*", -1)).stream().anyMatch(NEVER_IN_A_LIST::contains)) {
      throw GraphError.of(501, "NotImplemented", "The selected property cannot be read for a collection of users.");
    }
    return of(call);
  }
}
