package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.concurrent.CompletableFuture;

/**
 * One wave of upstream calls: users, and at the same time what the fields need that are selected of them. Belongs to one
 * field of one request.
 */
public interface Wave {
  /**
   * Begins to look a user up, and with the user every {@link UserFieldLookup} that the selected fields need. Who is found is
   * {@linkplain User#reachedBy() reached by} the key that the others were begun with. Who is missing is answered when the
   * others are done too, whatever became of them.
   */
  CompletableFuture<Answer<User>> user(UserKey key);
}
