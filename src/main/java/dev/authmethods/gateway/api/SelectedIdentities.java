package dev.authmethods.gateway.api;

import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.IdentityLookup;
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
 * What a mutation selects decides whether identities are looked up; through the lookup of users that the fields of its payload
 * use, so that nobody is looked up twice.
 */
final class SelectedIdentities implements IdentityLookup {

  private final DataFetchingEnvironment mutation;
  private final Map<UserKey, CompletableFuture<Answer<User>>> begun = new ConcurrentHashMap<>();
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
      // The engine would only do so when the mutation is done.
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

  /** What is read about the user after the change is read by the object id: of the very user that was found beside it. */
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

  /** Where a name is found it may have changed hands since; where it is not, the field that needs the id asks once more. */
  private static boolean isWorthAskingAgain(Answer<User> answer) {
    return !(answer instanceof Answer.Missing<User>(EntraFailure.Refused refused) && refused.status() == 403);
  }

  private static @Nullable ObjectId objectId(Answer<User> answer) {
    return answer instanceof Answer.Given<User>(var user) ? user.objectId() : null;
  }

  /** Not the one that the engine watches, since it is dispatched here. */
  private DataLoader<UserKey, Answer<User>> users() {
    return Objects.requireNonNull(mutation.getDataLoaderRegistry().getDataLoader("users"));
  }
}
