package dev.authmethods.sandbox.directory;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The words of an organization about a user (Microsoft Graph: user resource type).
 *
 * @param properties by their names in Microsoft Graph
 * @param manager    the id of the user's manager; null when there is none
 */
public record DirectoryProfile(Map<String, JsonNode> properties, @Nullable String manager) {
  /** The profile of users about whom nothing is said. */
  public static final DirectoryProfile EMPTY = new DirectoryProfile(Map.of(), null);

  /** The property that other permissions and a licence are needed for. */
  public static final String SIGN_IN_ACTIVITY = "signInActivity";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  public DirectoryProfile {
    properties = Map.copyOf(properties);
  }

  /** The same with a text. */
  public DirectoryProfile with(String property, String value) {
    return with(property, JSON.stringNode(value));
  }

  /** The same with a truth value. */
  public DirectoryProfile with(String property, boolean value) {
    return with(property, JSON.booleanNode(value));
  }

  /** The same with any value. */
  public DirectoryProfile with(String property, JsonNode value) {
    var more = new TreeMap<>(properties);
    more.put(property, value);
    return new DirectoryProfile(more, manager);
  }

  /** The same with a manager. */
  public DirectoryProfile managedBy(String userId) {
    return new DirectoryProfile(properties, userId);
  }
}
