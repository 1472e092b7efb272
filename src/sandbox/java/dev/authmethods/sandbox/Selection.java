package dev.authmethods.sandbox;

import java.util.List;
import java.util.Set;

/** The properties that {@code $select} asks for (Microsoft Graph: List users). */
final class Selection {

  private static final Set<String> NEVER_IN_A_LIST = Set.of(
    "aboutMe",
    "birthday",
    "hireDate",
    "interests",
    "mailboxSettings",
    "mySite",
    "pastProjects",
    "preferredName",
    "responsibilities",
    "schools",
    "skills"
  );

  private Selection() {}

  static List<String> ofList(Call call) {
    var selected = of(call);
    if (selected.stream().anyMatch(NEVER_IN_A_LIST::contains)) {
      throw GraphError.of(501, "NotImplemented", "The selected property cannot be read for a collection of users.");
    }
    return selected;
  }

  /** The selected properties, unchecked; those returned by default when nothing is selected. */
  static List<String> of(Call call) {
    var select = call.query().get("$select");
    return select == null ? User.DEFAULT_PROPERTIES : List.of(select.split(" *, *"));
  }

  /** Refuses a property that users do not have. */
  static void check(User user, List<String> selected) {
    var known = user.allProperties().propertyNames();
    for (var property : selected) {
      if (!known.contains(property)) {
        var text = "Could not find a property named '" + property + "' on type 'microsoft.graph.user'.";
        throw GraphError.of(400, "BadRequest", text);
      }
    }
  }
}
