package dev.authmethods.gateway.method;

/** Something of a user that a mutation can change: an authentication method, the password, the sessions. */
public interface UserResource {
  /** The user, by the key that it was reached with. */
  UserKey user();

  /** The same, reached by another key of the same user. */
  UserResource reachedBy(UserKey key);
}
