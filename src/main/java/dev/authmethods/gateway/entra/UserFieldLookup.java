package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.method.UserKey;
import java.util.Set;

/**
 * A lookup about users, which fields of the schema's type {@code User} need. It is begun together with the lookup of the user
 * where one of these fields is selected, by the key that the client gave, before it is known whether there is such a user.
 *
 * @param <V> what is answered about one user
 */
public interface UserFieldLookup<V> extends BatchedLookup<UserKey, Answer<V>> {
  /** The names of the fields that need it. */
  Set<String> fields();

  /** Whether they need it for this caller and this user; asked once for each user. */
  default boolean isNeeded(Call call, UserKey user) {
    return true;
  }
}
