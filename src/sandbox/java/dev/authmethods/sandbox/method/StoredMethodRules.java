package dev.authmethods.sandbox.method;

import java.util.Set;

/** The rules of a kind that only the seed creates: callers can read and delete such methods, and delete no password. */
record StoredMethodRules(MethodKind kind) implements MethodRules {
  @Override
  public Set<MethodOperation> operations() {
    return kind == MethodKind.PASSWORD || !kind.hasCollection() ? Set.of() : Set.of(MethodOperation.DELETE);
  }
}
