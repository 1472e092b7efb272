package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.ObjectId;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserPrincipalName;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Looks identities up if the selection of the mutation needs them. It uses the data loader of users that the fields of the payload
 * use, so that nobody is looked up twice.
 */
final class SelectedIdentities implements IdentityLookup {

  private final DataFetchingEnvironment mutation;
  private final Map<UserKey, CompletableFuture<LookupResult<User>>> begun = new ConcurrentHashMap<>();
  private @Nullable Boolean needed;

  SelectedIdentities(DataFetchingEnvironment mutation) {
    this.mutation = mutation;
  }

  @Override
  public void begin(Collection<? extends UserKey> keys) {
    var names = keys
      .stream()
      .filter(key -> key instanceof UserPrincipalName && !begun.containsKey(key))
      .distinct()
      .toList();
    if (!names.isEmpty() && isNeeded()) {
      var users = users();
      names.forEach(name -> begun.put(name, users.load(name)));
      // The engine would dispatch it only after the mutation.
      var _ = users.dispatch();
    }
  }

  private boolean isNeeded() {
    if (needed == null) {
      needed = SelectedIds.below(mutation);
    }
    return needed;
  }

  @Override
  public @Nullable ObjectId known(UserKey key) {
    var lookup = begun.get(key);
    return lookup != null && lookup.state() == Future.State.SUCCESS ? objectId(lookup.resultNow()) : null;
  }

  /**
   * The fields of the payload read the user by the object id after the change: the same user that this lookup found.
   */
  @Override
  public @Nullable ObjectId await(UserKey key) {
    var lookup = begun.get(key);
    if (lookup == null) {
      return null;
    }
    var answer = lookup.handle((found, failure) -> failure == null ? found : null).join();
    if (answer == null || isWorthAskingAgain(answer)) {
      users().clear(key);
    }
    var id = answer == null ? null : objectId(answer);
    if (id != null) {
      users().prime(id, Objects.requireNonNull(answer));
    }
    return id;
  }

  /** A name that was found may belong to another user since; a name that was not found may exist now. */
  private static boolean isWorthAskingAgain(LookupResult<User> answer) {
    return !(answer instanceof LookupResult.Failed<User>(EntraFailure.Refused refused) && refused.status() == 403);
  }

  private static @Nullable ObjectId objectId(LookupResult<User> answer) {
    return answer instanceof LookupResult.Found<User>(var user) ? user.objectId() : null;
  }

  /** The loader itself and not the view of it that the engine watches: this class dispatches it. */
  private DataLoader<UserKey, LookupResult<User>> users() {
    return Objects.requireNonNull(mutation.getDataLoaderRegistry().getDataLoader("users"));
  }
}
