package dev.authmethods.gateway.api;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.UserFieldLookup;
import dev.authmethods.gateway.entra.Wave;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dataloader.DataLoader;

/** What a field selects decides what is looked up together; loaders that are asked by one field are dispatched together. */
final class SelectionWave implements Wave {

  private final Call call;
  private final DataLoader<UserKey, Answer<User>> users;
  private final List<Beside> beside;

  private SelectionWave(Call call, DataLoader<UserKey, Answer<User>> users, List<Beside> beside) {
    this.call = call;
    this.users = users;
    this.beside = beside;
  }

  /** Reads the selection: once for the field, however many users it asks for. */
  static SelectionWave of(DataFetchingEnvironment field, List<UserFieldLookup<?>> lookups) {
    var selected = SelectedUserFields.below(field);
    var beside = lookups
      .stream()
      .filter(lookup -> lookup.fields().stream().anyMatch(selected::contains))
      .map(lookup -> new Beside(lookup, loader(field, lookup.name())))
      .toList();
    Call call = Objects.requireNonNull(field.getGraphQlContext().get(Call.class));
    return new SelectionWave(call, loader(field, "users"), beside);
  }

  private static <V> DataLoader<UserKey, V> loader(DataFetchingEnvironment field, String name) {
    return Objects.requireNonNull(field.getDataLoader(name));
  }

  @Override
  public CompletableFuture<List<Answer<User>>> users(List<UserKey> keys) {
    var found = users.loadMany(keys);
    return beside.isEmpty() ? found : together(keys, found);
  }

  /**
   * All at once: what then asks for the rest finds it there, and the engine goes on without waiting for each of it. Nor does
   * any of it outlive the request where a user is missing.
   */
  private CompletableFuture<List<Answer<User>>> together(
    List<UserKey> keys,
    CompletableFuture<List<Answer<User>>> found
  ) {
    // A name that fits in no path leads to nothing but the user, whose object id has to be known first.
    var rest = begin(keys.stream().filter(Entra::fitsInPath).toList());
    return found.thenCombine(rest, (answers, _) ->
      IntStream.range(0, keys.size())
        .mapToObj(at -> reachedBy(keys.get(at), answers.get(at)))
        .toList()
    );
  }

  /** What becomes of it is heard by the fields that ask for it. */
  private CompletableFuture<Void> begin(List<UserKey> keys) {
    var begun = beside
      .stream()
      .map(other -> other.begin(call, keys))
      .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(begun);
  }

  private static Answer<User> reachedBy(UserKey key, Answer<User> answer) {
    return Entra.fitsInPath(key) ? answer.map(user -> user.reachedBy(key)) : answer;
  }

  /** A lookup that selected fields need. */
  private record Beside(UserFieldLookup<?> lookup, DataLoader<UserKey, ?> loader) {
    CompletableFuture<?> begin(Call call, List<UserKey> keys) {
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
