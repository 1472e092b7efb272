package dev.authmethods.sandbox;

import java.util.Set;

/** The rules of a kind that only the seed creates: callers can read and delete such methods, and delete no password. */
record StoredMethods(MethodKind kind) implements MethodRules {
  @Override
  public Set<Operation> operations() {
    return kind == MethodKind.PASSWORD ? Set.of() : Set.of(Operation.DELETE);
  }
}
