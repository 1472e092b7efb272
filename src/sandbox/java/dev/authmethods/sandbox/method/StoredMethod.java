package dev.authmethods.sandbox.method;

import dev.authmethods.sandbox.http.JsonTree;
import tools.jackson.databind.node.ObjectNode;

/** A method of a kind that the sandbox stores without rules. */
public record StoredMethod(String id, MethodKind kind, ObjectNode properties) implements Method {
  @Override
  public ObjectNode json(boolean masked) {
    return JsonTree.object().put("id", id).setAll(properties);
  }
}
