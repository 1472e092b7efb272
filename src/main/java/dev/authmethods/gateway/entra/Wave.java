package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One wave of upstream calls: users, and at the same time what the fields need that are selected of them. Belongs to one
 * field of one request.
 */
public interface Wave {
  /**
   * Begins to look users up, and with them every {@link UserFieldLookup} that the selected fields need; answers in the order
   * asked, when all of it is done. Who is found is {@linkplain User#reachedBy() reached by} the key that the others were begun
   * with.
   */
  CompletableFuture<List<Answer<User>>> users(List<UserKey> keys);

  /** Does the same for one. */
  default CompletableFuture<Answer<User>> user(UserKey key) {
    return users(List.of(key)).thenApply(List::getFirst);
  }
}
