package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.entra.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One configuration of the policy, as Microsoft Graph has it. Source:
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 *
 * @param included the ids of the groups that it is for
 * @param excluded the ids of the groups that it is not for
 */
record AccessPassConfiguration(Map<String, Object> values, List<String> included, List<String> excluded) {
  private static final String ALL_USERS = "all_users";

  /** Reads the one that the parser stands at. */
  static AccessPassConfiguration read(JsonParser in) {
    var values = new HashMap<String, Object>();
    var included = List.<String>of();
    var excluded = List.<String>of();
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "includeTargets" -> included = targets(in);
        case "excludeTargets" -> excluded = targets(in);
        default -> scalar(in, name, values);
      }
    }
    return new AccessPassConfiguration(values, included, excluded);
  }

  private static List<String> targets(JsonParser in) {
    return in.currentToken() == JsonToken.START_ARRAY
      ? Json.items(in, each -> Objects.requireNonNullElse(Json.properties(each).text("id"), ""))
      : List.of();
  }

  private static void scalar(JsonParser in, String name, Map<String, Object> values) {
    switch (in.currentToken()) {
      case VALUE_STRING -> values.put(name, in.getString());
      case VALUE_TRUE, VALUE_FALSE -> values.put(name, in.getBooleanValue());
      case VALUE_NUMBER_INT -> values.put(name, in.getNumberValue());
      default -> in.skipChildren();
    }
  }

  @Nullable
  String id() {
    return values.get("id") instanceof String id ? id : null;
  }

  AccessPassPolicy policy() {
    return new AccessPassPolicy(
      "enabled".equals(values.get("state")),
      included.contains(ALL_USERS),
      !excluded.isEmpty(),
      number("minimumLifetimeInMinutes"),
      number("maximumLifetimeInMinutes"),
      number("defaultLifetimeInMinutes"),
      values.get("isUsableOnce") instanceof Boolean flag ? flag : null
    );
  }

  private @Nullable Integer number(String name) {
    return values.get(name) instanceof Integer number ? number : null;
  }
}
