package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.read.Cursor;
import java.util.function.Function;

/** A user with the place behind; the cursor is sealed only if it is selected. */
record UserEdge(User node, Cursor place, Function<Cursor, String> seal) {
  /** The sealed cursor. */
  public String cursor() {
    return seal.apply(place);
  }
}
