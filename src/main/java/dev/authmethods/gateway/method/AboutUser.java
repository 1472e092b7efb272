package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** Something that is about one user: the payload of a mutation. */
public interface AboutUser {
  /** The user; null when nobody was found, or nobody was looked for. */
  @Nullable
  UserKey about();
}
