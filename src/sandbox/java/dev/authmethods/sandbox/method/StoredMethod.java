package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.http.JsonTree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method of a kind that the sandbox stores without rules.
 *
 * @param typeName the type with which the list of all methods shows it
 * @param bound the device to which the method is bound; null for none
 */
public record StoredMethod(
  String id,
  MethodKind kind,
  String typeName,
  ObjectNode properties,
  @Nullable ObjectNode bound
) implements Method {
  /** A method that is bound to no device. */
  public StoredMethod(String id, MethodKind kind, ObjectNode properties) {
    this(id, kind, kind.typeName(), properties, null);
  }

  /** The same, bound to a device. */
  public StoredMethod with(ObjectNode device) {
    return new StoredMethod(id, kind, typeName, properties, device);
  }

  @Override
  public Optional<ObjectNode> device() {
    return Optional.ofNullable(bound).map(ObjectNode::deepCopy);
  }

  @Override
  public ObjectNode json(boolean masked) {
    return JsonTree.object().put("id", id).setAll(properties);
  }
}
