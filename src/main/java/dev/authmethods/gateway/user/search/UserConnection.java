package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.error.ExpectedError;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.read.Cursor;
import dev.authmethods.gateway.read.PageInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A page of users, by the rules of Relay. Source: https://relay.dev/graphql/connections.htm */
record UserConnection(
  List<UserEdge> edges,
  PageInfo pageInfo,
  @Nullable Integer totalCount,
  List<ExpectedError> errors
) {
  /** The users alone. */
  public List<User> nodes() {
    return edges.stream().map(UserEdge::node).toList();
  }

  /** A page without users, and with the reason. */
  static UserConnection failed(ExpectedError error) {
    return new UserConnection(List.of(), PageInfo.none(), null, List.of(error));
  }

  /**
   * The users from a place on.
   *
   * @param from        the place, on the page
   * @param first       the most users to show
   * @param isContinued whether the client named the place
   * @param seal        makes a text of a cursor
   */
  static UserConnection of(
    EntraUserPage page,
    Cursor from,
    int first,
    boolean isContinued,
    Function<Cursor, String> seal
  ) {
    var counted = from.counted(page.count());
    var begin = Math.min(from.offset(), page.users().size());
    var end = Math.min(begin + first, page.users().size());
    var edges = IntStream.range(begin, end)
      .mapToObj(at -> new UserEdge(page.users().get(at), after(page, counted, at + 1), seal))
      .toList();
    var hasNext = end < page.users().size() || page.next() != null;
    var startCursor = edges.isEmpty() ? null : edges.getFirst().cursor();
    var isEnd = edges.isEmpty() && !hasNext;
    var endCursor = isEnd ? null : seal.apply(after(page, counted, end));
    return new UserConnection(
      edges,
      new PageInfo(hasNext, isContinued, startCursor, endCursor),
      counted.count(),
      List.of()
    );
  }

  /** Behind the last user of a page begins the next page. */
  private static Cursor after(EntraUserPage page, Cursor from, int offset) {
    var next = offset < page.users().size() ? null : page.next();
    return next == null ? from.at(offset) : from.page(next);
  }
}
