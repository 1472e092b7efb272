package dev.authmethods.sandbox;

import org.jspecify.annotations.Nullable;

/** Whose methods a call is about, as addressed, and who asks. */
record MethodTarget(Caller caller, @Nullable User found) {
  /** The user, for a caller who is allowed this; whether the user exists is told only to them. */
  User userFor(MethodAccess access, @Nullable MethodKind kind) {
    access.check(caller, found, kind);
    if (found == null) {
      throw GraphError.noSuchMethod();
    }
    return found;
  }
}
