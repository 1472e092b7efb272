package dev.authmethods.sandbox.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.behaviour.GraphSettings;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.QueryOption;
import dev.authmethods.sandbox.query.ODataCollection;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The pages of the directory's collections (Microsoft Graph: Paging Microsoft Graph data; Use query parameters). */
public final class Paging {

  static final int LARGEST_PAGE = 999;

  private static final int DEFAULT_PAGE = 100;
  private static final List<QueryOption> CARRIED_ON = List.of(
    QueryOption.TOP,
    QueryOption.SELECT,
    QueryOption.FILTER,
    QueryOption.SEARCH,
    QueryOption.ORDERBY,
    QueryOption.COUNT
  );

  private final GraphSettings settings;

  public Paging(GraphSettings settings) {
    this.settings = settings;
  }

  /**
   * A part of a collection.
   *
   * @param isFirst whether no page was there before
   * @param next    the address of the next page
   */
  public record Page(boolean isFirst, List<ObjectNode> items, Optional<String> next) {}

  /** The part of a collection that remains after the query options of a call. */
  public HttpReply answer(HttpCall call, String context, ODataCollection all) {
    var found = all.queried(call);
    return answer(call, context, found, page(call, found.selected(call), LARGEST_PAGE));
  }

  /** A page as Graph writes it; the count stands on the first. */
  public HttpReply answer(HttpCall call, String context, ODataCollection found, Page page) {
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#" + context);
    found
      .count(call)
      .filter(_ -> page.isFirst())
      .ifPresent(count -> json.put("@odata.count", count));
    page.next().ifPresent(next -> json.put("@odata.nextLink", next));
    return HttpReply.ok(json.set("value", JsonTree.array(page.items())));
  }

  /** The part that {@code $top} and {@code $skiptoken} ask for, of so many items at most. */
  public Page page(HttpCall call, List<ObjectNode> items, int largest) {
    var size = Math.min(largest, pageSize(call));
    var now = settings.instant();
    var directory = settings.get().directory();
    var sent = call
      .options()
      .read(QueryOption.SKIPTOKEN)
      .map(token -> SkipToken.of(token, call));
    var token = sent.orElseGet(() -> SkipToken.begin(call, now));
    token.refuseExpired(now, directory.skipTokenSeconds());
    if (directory.emptyPages() && !token.afterEmpty()) {
      return new Page(false, List.of(), Optional.of(nextLink(call, token.at(token.offset(), true, now))));
    }
    var first = Math.min(token.offset(), items.size());
    var end = Math.min(items.size(), first + size);
    var next = end < items.size() ? Optional.of(nextLink(call, token.at(end, false, now))) : Optional.<String>empty();
    return new Page(sent.isEmpty(), items.subList(first, end), next);
  }

  private static int pageSize(HttpCall call) {
    var size = call.options().read(QueryOption.TOP).map(Paging::number).orElse(DEFAULT_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw GraphError.badRequest("Invalid page size specified. Must be between 1 and 999 inclusive.");
    }
    return size;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw GraphError.badRequest("Invalid value for a query option.");
    }
  }

  /** Repeats the options of the page, so that the next one is of the same list. */
  private static String nextLink(HttpCall call, SkipToken token) {
    var link = new StringBuilder(call.graphRoot()).append(call.path()).append('?');
    for (var option : CARRIED_ON) {
      call
        .options()
        .peek(option)
        .ifPresent(value ->
          link.append(option.parameter()).append('=').append(URLEncoder.encode(value, UTF_8)).append('&')
        );
    }
    return link.append("$skiptoken=").append(token.encode()).toString();
  }
}
