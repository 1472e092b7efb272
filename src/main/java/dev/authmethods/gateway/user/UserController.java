package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.error.Permissions;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The caller, and users by reference. */
@Controller
class UserController {

  /** Source: Microsoft Graph, Get a user. */
  private static final Permissions TO_READ = new Permissions(List.of("User.ReadBasic.All", "User.Read.All"), List.of());

  @QueryMapping
  Viewer viewer(Call call) {
    return Viewer.of(call.caller());
  }

  @QueryMapping
  CompletableFuture<@Nullable User> user(@Argument UserRef by, DataLoader<UserKey, Answer<User>> users) {
    return find(by.key(), users);
  }

  @QueryMapping
  CompletableFuture<List<UserLookup>> users(@Argument List<UserRef> by, DataLoader<UserKey, Answer<User>> users) {
    var lookups = IntStream.range(0, by.size())
      .mapToObj(index -> lookUp(index, by.get(index), users))
      .toList();
    return CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new)).thenApply(_ ->
      lookups.stream().map(CompletableFuture::join).toList()
    );
  }

  @SchemaMapping(typeName = "MutationPayload", field = "user")
  CompletableFuture<@Nullable User> user(AboutUser payload, DataLoader<UserKey, Answer<User>> users) {
    return find(payload.about(), users);
  }

  private static CompletableFuture<UserLookup> lookUp(int index, UserRef by, DataLoader<UserKey, Answer<User>> users) {
    var path = List.of("by", String.valueOf(index));
    var key = by.key();
    return key == null
      ? CompletableFuture.completedFuture(UserLookup.nobody(path))
      : users.load(key).thenApply(answer -> UserLookup.of(answer, path, TO_READ));
  }

  private static CompletableFuture<@Nullable User> find(
    @Nullable UserKey key,
    DataLoader<UserKey, Answer<User>> users
  ) {
    return key == null ? CompletableFuture.completedFuture(null) : users.load(key).thenApply(Answer::visible);
  }
}
