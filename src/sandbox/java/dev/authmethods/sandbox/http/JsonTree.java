package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The few things the sandbox does with JSON. */
public final class JsonTree {

  private static final JsonMapper MAPPER = JsonMapper.builder()
    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
    .build();

  private JsonTree() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array(Collection<? extends JsonNode> items) {
    return MAPPER.createArrayNode().addAll(items);
  }

  public static ArrayNode strings(Collection<String> items) {
    var array = MAPPER.createArrayNode();
    items.forEach(array::add);
    return array;
  }

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** Reads a value that must be there: the JSON {@code null} is refused like any other wrong input. */
  public static <T> T read(String text, Class<T> type) {
    return Optional.ofNullable(MAPPER.readValue(text, type)).orElseThrow(IllegalArgumentException::new);
  }

  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static Object plain(JsonNode node) {
    return MAPPER.treeToValue(node, Object.class);
  }

  /** The properties of an object under names in lower case, where names are not case-sensitive. */
  public static ObjectNode inLowerCase(JsonNode object) {
    var lower = object();
    object.properties().forEach(property -> lower.set(property.getKey().toLowerCase(ROOT), property.getValue()));
    return lower;
  }

  /** The text of a property, when it is there and is text. */
  public static Optional<String> text(JsonNode node, String property) {
    return node.path(property).stringValueOpt();
  }
}
