package dev.authmethods.sandbox.method;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An authentication method that a user has registered. */
public interface Method {
  String id();

  MethodKind kind();

  /** The type with which the list of all methods shows this one. */
  default String typeName() {
    return kind().typeName();
  }

  /** The device to which the method is bound. */
  default Optional<ObjectNode> device() {
    return Optional.empty();
  }

  /** Whether an address names this method. Ids are opaque; those that are GUIDs are read in any case. */
  default boolean isNamed(String id) {
    return Ids.areEqual(id(), id);
  }

  /** The place of the method in the list of a user's methods: lower numbers come first, equal ones as they were added. */
  default int order() {
    return Integer.MAX_VALUE;
  }

  /** As Graph returns it, to callers who see all of it or only a masked form. */
  ObjectNode json(boolean masked);
}
