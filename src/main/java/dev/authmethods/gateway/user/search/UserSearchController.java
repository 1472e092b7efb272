package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.lookup.UserPrefetch;
import dev.authmethods.gateway.user.UserSelection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The query that finds users. */
@Controller
class UserSearchController {

  private final EntraUserSearch users;

  UserSearchController(EntraUserSearch users) {
    this.users = users;
  }

  @QueryMapping
  CompletableFuture<UserConnection> searchUsers(
    @Argument @Nullable String search,
    @Argument @Nullable UserFilter filter,
    @Argument UserOrder orderBy,
    @Argument int first,
    @Argument @Nullable String after,
    RequestContext call,
    UserPrefetch selected
  ) {
    var selection = selected.needsDetails() ? UserSelection.DETAILS : UserSelection.NAMES;
    return users.begin(call, UserSearch.of(search, filter, orderBy), selection, first, after);
  }
}
