package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.access.RequestContext;
import dev.authmethods.gateway.entra.Entra;
import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.Query;
import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.read.Cursor;
import dev.authmethods.gateway.read.Cursors;
import dev.authmethods.gateway.user.PeoplePolicy;
import dev.authmethods.gateway.user.UserSelection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for users, a page at a time. Source: https://learn.microsoft.com/graph/api/user-list */
@Component
class EntraUserSearch {

  /** Of a list with a selection. Source: https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits */
  private static final int UNITS = 1;

  private final Entra entra;
  private final Cursors cursors;
  private final PeoplePolicy policy;

  EntraUserSearch(Entra entra, Cursors cursors, PeoplePolicy policy) {
    this.entra = entra;
    this.cursors = cursors;
    this.policy = policy;
  }

  /** Begins to look for the users after a cursor, or from the beginning. */
  CompletableFuture<UserConnection> begin(
    RequestContext call,
    UserSearch search,
    UserSelection selection,
    int first,
    @Nullable String after
  ) {
    var refusal = policy.refusal(call.caller());
    if (refusal.isPresent()) {
      return failed(refusal.get());
    }
    var owner = search.owner(call.caller());
    var from = after == null ? Cursor.begin(first) : cursors.open(after, owner);
    return from == null
      ? failed(UserSearchErrors.cursorNotAccepted())
      : entra.start(() -> page(call, search, selection, from, first));
  }

  private static CompletableFuture<UserConnection> failed(ExpectedError error) {
    return CompletableFuture.completedFuture(UserConnection.failed(error));
  }

  private UserConnection page(RequestContext call, UserSearch search, UserSelection selection, Cursor from, int first) {
    var isContinued = from.skipToken() != null;
    try {
      var page = entra.read(call, query(search, selection, from));
      return UserConnection.of(page, from, first, isContinued || from.offset() > 0, cursor ->
        cursors.seal(cursor, search.owner(call.caller()))
      );
    } catch (EntraFailure failure) {
      return UserConnection.failed(UserSearchErrors.of(failure, search, isContinued));
    }
  }

  private static Query<EntraUserPage> query(UserSearch search, UserSelection selection, Cursor from) {
    // Conditions on details take the permission that shows details.
    var needed = search.filter().isEmpty() ? selection : UserSelection.DETAILS;
    return Query.advanced("userSearch", UNITS, needed.permissions(), search.path(selection, from), in ->
      EntraUserPage.read(selection, in)
    );
  }
}
