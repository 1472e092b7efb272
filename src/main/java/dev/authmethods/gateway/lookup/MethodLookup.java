package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;

/** A lookup of users' methods. Their global ids lead to it. */
public interface MethodLookup<M extends AuthenticationMethod> extends UserFieldLookup<List<M>> {
  /** The types of the schema whose objects it finds by their global ids. */
  Set<String> typeNames();

  /**
   * The methods of a user, for a field of {@code User}: loaded by the key that the user was reached by, since the gateway began the
   * lookup by that key, and shown under the id that never changes.
   */
  static <M extends AuthenticationMethod> CompletableFuture<List<M>> of(
    User user,
    DataLoader<UserKey, LookupResult<List<M>>> methods
  ) {
    var key = user.reachedBy();
    return methods
      .getIfCompleted(key)
      .orElseGet(() -> methods.load(key))
      .thenApply(LookupResult::orThrow)
      .thenApply(found -> reachedByObjectId(user, found));
  }

  @SuppressWarnings("unchecked") // A method that is reached by another key is of the same kind.
  private static <M extends AuthenticationMethod> List<M> reachedByObjectId(User user, List<M> methods) {
    return methods
      .stream()
      .map(method -> (M) method.reachedBy(user.objectId()))
      .toList();
  }
}
