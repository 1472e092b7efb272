package dev.authmethods.gateway.lookup;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dataloader.DataLoader;

/** Reads the selection of a field to decide which lookups begin together with the users. */
final class SelectedUserPrefetch implements UserPrefetch {

  private final RequestContext call;
  private final DataLoader<UserKey, LookupResult<User>> users;
  private final List<Beside> beside;
  private final boolean needsDetails;

  private SelectedUserPrefetch(
    RequestContext call,
    DataLoader<UserKey, LookupResult<User>> users,
    List<Beside> beside,
    boolean needsDetails
  ) {
    this.call = call;
    this.users = users;
    this.beside = beside;
    this.needsDetails = needsDetails;
  }

  /** Reads the selection once for the field, however many users the field asks for. */
  static SelectedUserPrefetch of(DataFetchingEnvironment field, List<UserFieldLookup<?>> lookups) {
    var selected = SelectedUserFields.below(field);
    var beside = lookups
      .stream()
      .filter(lookup -> lookup.fields().stream().anyMatch(selected::contains))
      .map(lookup -> new Beside(lookup, loader(field, lookup.name())))
      .toList();
    RequestContext call = Objects.requireNonNull(field.getGraphQlContext().get(RequestContext.class));
    var needsDetails = SelectedUserFields.haveDetails(selected);
    return new SelectedUserPrefetch(
      call,
      loader(field, needsDetails ? "usersWithDetails" : "users"),
      beside,
      needsDetails
    );
  }

  private static <V> DataLoader<UserKey, V> loader(DataFetchingEnvironment field, String name) {
    return Objects.requireNonNull(field.getDataLoader(name));
  }

  @Override
  public boolean needsDetails() {
    return needsDetails;
  }

  @Override
  public CompletableFuture<List<LookupResult<User>>> users(List<UserKey> keys) {
    var found = users.loadMany(keys);
    return beside.isEmpty() ? found : together(keys, found);
  }

  /**
   * Waits for all lookups. The fields that ask for them later find the results, and the engine does not wait for each
   * in turn. No lookup outlives the request if a user does not exist.
   */
  private CompletableFuture<List<LookupResult<User>>> together(
    List<UserKey> keys,
    CompletableFuture<List<LookupResult<User>>> found
  ) {
    // A name that fits in no path leads only to the user: the other lookups need the object id first.
    var rest = begin(keys.stream().filter(Entra::fitsInPath).toList());
    return found.thenCombine(rest, (answers, _) ->
      IntStream.range(0, keys.size())
        .mapToObj(at -> reachedBy(keys.get(at), answers.get(at)))
        .toList()
    );
  }

  /** Results and failures reach the fields that ask for them. */
  private CompletableFuture<Void> begin(List<UserKey> keys) {
    var begun = beside
      .stream()
      .map(other -> other.begin(call, keys))
      .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(begun);
  }

  private static LookupResult<User> reachedBy(UserKey key, LookupResult<User> answer) {
    return Entra.fitsInPath(key) ? answer.map(user -> user.reachedBy(key)) : answer;
  }

  /** A lookup that selected fields need. */
  private record Beside(UserFieldLookup<?> lookup, DataLoader<UserKey, ?> loader) {
    CompletableFuture<?> begin(RequestContext call, List<UserKey> keys) {
      return loader
        .loadMany(
          keys
            .stream()
            .filter(key -> lookup.isNeeded(call, key))
            .toList()
        )
        .handle((_, _) -> null);
    }
  }
}
