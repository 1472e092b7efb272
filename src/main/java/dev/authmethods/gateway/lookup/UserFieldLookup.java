package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.UserKey;
import java.util.Set;

/**
 * A lookup about users that fields of the schema's type {@code User} need. If a query selects one of these fields, the
 * gateway begins this lookup together with the lookup of the user: by the key that the client gave, before it knows
 * whether the user exists.
 *
 * @param <V> the value for one user
 */
public interface UserFieldLookup<V> extends BatchedLookup<UserKey, LookupResult<V>> {
  /** The names of the fields that need this lookup. */
  Set<String> fields();

  /** Whether the fields need it for this caller and this user; called once for each user. */
  default boolean isNeeded(RequestContext call, UserKey user) {
    return true;
  }
}
