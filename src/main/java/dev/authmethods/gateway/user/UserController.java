package dev.authmethods.gateway.user;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.lookup.UserPrefetch;
import dev.authmethods.gateway.method.AboutUser;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserRef;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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

  @QueryMapping
  Viewer viewer(RequestContext call) {
    return Viewer.of(call.caller());
  }

  @QueryMapping
  CompletableFuture<@Nullable User> user(@Argument UserRef by, UserPrefetch users) {
    return find(by.key(), users);
  }

  @QueryMapping
  CompletableFuture<List<UserLookup>> users(@Argument List<UserRef> by, UserPrefetch users) {
    var keys = by.stream().<@Nullable UserKey>map(UserRef::key).toList();
    var asked = keys.stream().filter(Objects::nonNull).distinct().toList();
    return users.users(asked).thenApply(answers -> lookups(keys, asked, answers));
  }

  /** Positional: a user who is named twice gets two answers. */
  private static List<UserLookup> lookups(
    List<@Nullable UserKey> keys,
    List<UserKey> asked,
    List<LookupResult<User>> answers
  ) {
    var byKey = new HashMap<UserKey, LookupResult<User>>();
    IntStream.range(0, asked.size()).forEach(at -> byKey.put(asked.get(at), answers.get(at)));
    return IntStream.range(0, keys.size())
      .mapToObj(at -> lookup(List.of("by", String.valueOf(at)), byKey.get(keys.get(at))))
      .toList();
  }

  private static UserLookup lookup(List<String> path, @Nullable LookupResult<User> answer) {
    return answer == null ? UserLookup.nobody(path) : UserLookup.of(answer, path);
  }

  @SchemaMapping(typeName = "AboutUser", field = "user")
  CompletableFuture<@Nullable User> user(AboutUser about, UserPrefetch users) {
    return find(about.about(), users);
  }

  private static CompletableFuture<@Nullable User> find(@Nullable UserKey key, UserPrefetch users) {
    return key == null ? CompletableFuture.completedFuture(null) : users.user(key).thenApply(LookupResult::visible);
  }
}
