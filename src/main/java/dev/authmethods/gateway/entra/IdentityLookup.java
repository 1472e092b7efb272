package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.UserKey;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object ids of users whom a mutation reaches by their names, for the ids of the objects that it answers with. It is
 * begun together with the mutation's own calls, so that both ask about the bearer of the name at the same moment. Belongs to
 * one field of one request.
 */
public interface IdentityLookup {
  /** Begins it, where the selected fields need it: nothing for those who are known by the object id, or were begun before. */
  void begin(Collection<? extends UserKey> users);

  /** The object id, as far as it is known now; null when it is not, or was not asked for. By any thread. */
  @Nullable
  ObjectId known(UserKey user);

  /** Waits for the object id; null when it could not be found, or was not asked for. */
  @Nullable
  ObjectId await(UserKey user);
}
