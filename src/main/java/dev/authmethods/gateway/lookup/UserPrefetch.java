package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Looks users up, and at the same time reads what the selected fields of these users need. Belongs to one field of one request.
 */
public interface UserPrefetch {
  /**
   * Begins to look users up, and with them every {@link UserFieldLookup} that the selected fields need. The results come in the
   * order of the keys, when all lookups are done. Each user found is {@linkplain User#reachedBy() reached by} the key that the
   * other lookups used.
   */
  CompletableFuture<List<LookupResult<User>>> users(List<UserKey> keys);

  /** Whether the selected fields of the users that the field leads to need more than the names. */
  boolean needsDetails();

  /** Does the same for one user. */
  default CompletableFuture<LookupResult<User>> user(UserKey key) {
    return users(List.of(key)).thenApply(List::getFirst);
  }
}
