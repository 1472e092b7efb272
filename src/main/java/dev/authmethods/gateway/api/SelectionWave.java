package dev.authmethods.gateway.api;

import static java.util.concurrent.CompletableFuture.completedFuture;

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
  public CompletableFuture<Answer<User>> user(UserKey key) {
    var user = users.load(key);
    // A name that fits in no path leads to nothing but the user, whose object id has to be known first.
    return Entra.fitsInPath(key) ? together(key, user) : user;
  }

  /** Who is missing is answered when the rest is done, which nobody else will wait for: nothing outlives its request. */
  private CompletableFuture<Answer<User>> together(UserKey key, CompletableFuture<Answer<User>> user) {
    var rest = begin(key);
    return user.thenCompose(
      answer ->
        switch (answer) {
          case Answer.Given<User>(var found) -> completedFuture(new Answer.Given<>(found.reachedBy(key)));
          case Answer.Missing<User> missing -> rest.handle((_, _) -> missing);
        }
    );
  }

  private CompletableFuture<Void> begin(UserKey key) {
    return CompletableFuture.allOf(
      beside
        .stream()
        .filter(other -> other.lookup.isNeeded(call, key))
        .map(other -> other.loader.load(key))
        .toArray(CompletableFuture[]::new)
    );
  }

  /** A lookup that selected fields need. */
  private record Beside(UserFieldLookup<?> lookup, DataLoader<UserKey, ?> loader) {}
}
