package dev.authmethods.sandbox.query;

import static java.util.function.Function.identity;

import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.QueryOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A type of Microsoft Graph's metadata: its name and its properties, whose names are not case-sensitive. */
public final class EntityType {

  private final String name;
  private final Map<String, String> properties;

  private EntityType(String name, Map<String, String> properties) {
    this.name = name;
    this.properties = properties;
  }

  /**
   * A type.
   *
   * @param name without its namespace
   */
  public static EntityType of(String name, Collection<String> properties) {
    var byName = properties
      .stream()
      .collect(
        Collectors.toMap(
          identity(),
          identity(),
          (one, other) -> one,
          () -> new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER)
        )
      );
    return new EntityType("microsoft.graph." + name, byName);
  }

  /** The proper name of a property. */
  String property(String sent) {
    return find(sent).orElseThrow(() -> {
      var text = "Could not find a property named '" + sent + "' on type '" + name + "'.";
      return GraphError.of(400, "BadRequest", text);
    });
  }

  /** The properties that {@code $select} asks for; empty when it does not say. */
  public Optional<List<String>> selected(HttpCall call) {
    return call
      .options()
      .read(QueryOption.SELECT)
      .map(select -> Stream.of(select.split(",", -1)).map(String::strip).map(this::property).toList());
  }

  /** Reads the body of a call: an object of this type whose properties have their proper names. */
  public ObjectNode read(HttpCall call) {
    var read = JsonTree.object();
    for (var property : object(call).properties()) {
      if (property.getKey().contains("@")) {
        checkAnnotation(property.getKey(), property.getValue());
      } else if (!read.has(writable(property.getKey()))) {
        read.set(writable(property.getKey()), property.getValue());
      } else {
        throw GraphError.badRequest("The property '" + property.getKey() + "' is there more than once.");
      }
    }
    return read;
  }

  private Optional<String> find(String sent) {
    return Optional.ofNullable(properties.get(sent));
  }

  private String writable(String sent) {
    return find(sent).orElseThrow(() ->
      GraphError.badRequest(
        "The property '" +
          sent +
          "' does not exist on type '" +
          name +
          "'. Make sure to only use property names that are defined by the type."
      )
    );
  }

  /** An object may say of which type it is, and then has to be of this one. */
  private void checkAnnotation(String annotation, JsonNode value) {
    var type = value.asString("").replaceFirst("^#", "");
    if (annotation.equalsIgnoreCase("@odata.type") && !value.isNull() && !type.equalsIgnoreCase(name)) {
      var text =
        "An entry with type '" + type + "' was found, but it is not assignable to the expected type '" + name + "'.";
      throw GraphError.badRequest(text);
    }
  }

  private static JsonNode object(HttpCall call) {
    try {
      var body = JsonTree.read(call.body());
      if (body.isObject()) {
        return body;
      }
    } catch (JacksonException _) {
      // Answered below, like any other body that is not an object.
    }
    throw GraphError.badRequest("The request body is not a JSON object.");
  }
}
