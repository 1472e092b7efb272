package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object ids of users whom a mutation reaches by their names. The ids of the objects in its payload need them. The
 * lookup begins together with the mutation's own calls, so that both ask about the bearer of the name at the same moment.
 * Belongs to one field of one request.
 */
public interface IdentityLookup {
  /** Begins the lookup if the selected fields need it. Skips object ids and users whose lookup has begun already. */
  void begin(Collection<? extends UserKey> users);

  /** The object id if it is known already, otherwise null. Any thread may ask. */
  @Nullable
  ObjectId known(UserKey user);

  /** Waits for the object id; null when it could not be found or no lookup was begun. */
  @Nullable
  ObjectId await(UserKey user);
}
