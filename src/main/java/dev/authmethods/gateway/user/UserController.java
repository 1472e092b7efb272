package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.Call;
import dev.authmethods.gateway.entra.Answer;
import dev.authmethods.gateway.entra.Wave;
import dev.authmethods.gateway.error.Permissions;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
  CompletableFuture<@Nullable User> user(@Argument UserRef by, Wave wave) {
    return find(by.key(), wave);
  }

  @QueryMapping
  CompletableFuture<List<UserLookup>> users(@Argument List<UserRef> by, Wave wave) {
    var lookups = IntStream.range(0, by.size())
      .mapToObj(index -> lookUp(index, by.get(index), wave))
      .toList();
    return CompletableFuture.allOf(lookups.toArray(CompletableFuture[]::new)).thenApply(_ ->
      lookups.stream().map(CompletableFuture::join).toList()
    );
  }

  @SchemaMapping(typeName = "MutationPayload", field = "user")
  CompletableFuture<@Nullable User> user(AboutUser payload, Wave wave) {
    return find(payload.about(), wave);
  }

  private static CompletableFuture<UserLookup> lookUp(int index, UserRef by, Wave wave) {
    var path = List.of("by", String.valueOf(index));
    var key = by.key();
    return key == null
      ? CompletableFuture.completedFuture(UserLookup.nobody(path))
      : wave.user(key).thenApply(answer -> UserLookup.of(answer, path, TO_READ));
  }

  private static CompletableFuture<@Nullable User> find(@Nullable UserKey key, Wave wave) {
    return key == null ? CompletableFuture.completedFuture(null) : wave.user(key).thenApply(Answer::visible);
  }
}
