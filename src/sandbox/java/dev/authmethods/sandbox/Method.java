package dev.authmethods.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** An authentication method that a user has registered. */
sealed interface Method {
  String id();

  MethodKind kind();

  /** Whether an address names this method. Ids are opaque; those that are GUIDs are read in any case. */
  default boolean isNamed(String id) {
    return Ids.areEqual(id(), id);
  }

  /** As Graph returns it, to callers who see all of it or only a masked form. */
  ObjectNode json(boolean masked);

  /** A phone. */
  record Phone(PhoneType type, PhoneNumber number, SignInState state) implements Method {
    @Override
    public String id() {
      return type.id();
    }

    @Override
    public MethodKind kind() {
      return MethodKind.PHONE;
    }

    @Override
    public ObjectNode json(boolean masked) {
      return Json.object()
        .put("id", id())
        .put("phoneNumber", masked ? number.masked() : number.text())
        .put("phoneType", type.wireName())
        .put("smsSignInState", state.wireName());
    }
  }

  /** Any other method, which the sandbox only stores. */
  record Other(String id, MethodKind kind, ObjectNode properties) implements Method {
    @Override
    public ObjectNode json(boolean masked) {
      return Json.object().put("id", id).setAll(properties);
    }
  }
}
