package dev.authmethods.gateway.user;

import dev.authmethods.gateway.entra.LookupResult;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.method.UserKey;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of users that a help desk needs, and that other calls than those for the names read. */
@Controller
class PeopleController {

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable User> manager(User user, DataLoader<UserKey, LookupResult<User>> managers) {
    return managers.load(user.reachedBy()).thenApply(LookupResult::visible);
  }

  @SchemaMapping(typeName = "User")
  CompletableFuture<@Nullable Boolean> isAdministrator(
    User user,
    DataLoader<UserKey, LookupResult<Boolean>> roleHolders
  ) {
    return roleHolders.load(user.reachedBy()).thenApply(LookupResult::visible);
  }
}
