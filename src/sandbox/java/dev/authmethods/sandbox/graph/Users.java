package dev.authmethods.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.directory.Directory;
import dev.authmethods.sandbox.directory.DirectoryUser;
import dev.authmethods.sandbox.directory.GraphCaller;
import dev.authmethods.sandbox.directory.Role;
import dev.authmethods.sandbox.directory.UserProperties;
import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.HttpReply;
import dev.authmethods.sandbox.http.JsonTree;
import dev.authmethods.sandbox.http.QueryOption;
import dev.authmethods.sandbox.query.ODataCollection;
import dev.authmethods.sandbox.query.ODataPath;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads of users (Microsoft Graph: List users, Get a user). */
public final class Users {

  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 999;
  private static final List<QueryOption> CARRIED_ON = List.of(
    QueryOption.TOP,
    QueryOption.SELECT,
    QueryOption.FILTER,
    QueryOption.SEARCH,
    QueryOption.ORDERBY,
    QueryOption.COUNT
  );

  private final Directory directory;

  Users(Directory directory) {
    this.directory = directory;
  }

  /** One page; guests cannot list. */
  HttpReply list(GraphCaller caller, HttpCall call) {
    DirectoryAccess.check(caller);
    if (directory.find(caller.id()).filter(DirectoryUser::guest).isPresent()) {
      throw GraphError.directoryDenied();
    }
    var selected = UserSelection.ofList(call);
    var users = all().queried(call);
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#users");
    var page = page(call, users.items());
    users
      .count(call)
      .filter(count -> page.first() == 0)
      .ifPresent(count -> json.put("@odata.count", count));
    page.next().ifPresent(next -> json.put("@odata.nextLink", next));
    var items = page.items().stream();
    json.set("value", JsonTree.array(items.map(user -> UserProperties.only(selected, user)).toList()));
    return HttpReply.ok(json);
  }

  /**
   * A part of a collection of the directory.
   *
   * @param first which of the items is the first here
   * @param next  the address of the next page
   */
  record Page(int first, List<ObjectNode> items, Optional<String> next) {}

  /** The part of a collection of the directory that remains after the query options of a call. */
  static HttpReply answer(HttpCall call, String context, ODataCollection all) {
    var found = all.queried(call);
    var page = page(call, found.selected(call));
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#" + context);
    found
      .count(call)
      .filter(count -> page.first() == 0)
      .ifPresent(count -> json.put("@odata.count", count));
    page.next().ifPresent(next -> json.put("@odata.nextLink", next));
    return HttpReply.ok(json.set("value", JsonTree.array(page.items())));
  }

  /** The part that {@code $top} and {@code $skiptoken} ask for. */
  static Page page(HttpCall call, List<ObjectNode> items) {
    var first = offset(call);
    var end = Math.min(items.size(), first + pageSize(call));
    var next = end < items.size() ? Optional.of(nextLink(call, end)) : Optional.<String>empty();
    return new Page(first, first > end ? List.of() : items.subList(first, end), next);
  }

  /** How many there are, as text; an advanced query (Microsoft Graph: Use the $count query parameter). */
  HttpReply count(GraphCaller caller, HttpCall call) {
    DirectoryAccess.check(caller);
    return all().countAlone(call);
  }

  private ODataCollection all() {
    return new ODataCollection(DirectoryUser.TYPE, directory.users().stream().map(directory::properties).toList());
  }

  HttpReply get(GraphCaller caller, String key, HttpCall call) {
    var found = directory.find(key);
    if (found.filter(caller::is).isEmpty()) {
      DirectoryAccess.check(caller);
    } else {
      DirectoryAccess.checkSelf(caller);
    }
    var user = found.orElseThrow(() -> GraphError.noSuchObject(key));
    var json = JsonTree.object().put("@odata.context", call.graphRoot() + "/$metadata#users/$entity");
    return HttpReply.ok(json.setAll(UserProperties.only(UserSelection.of(call), directory.properties(user))));
  }

  /** The directory roles that a user holds (Microsoft Graph: List a user's transitive memberships). */
  HttpReply roles(GraphCaller caller, String key, ODataPath path, HttpCall call) {
    DirectoryAccess.checkRoles(caller);
    if (path.length() > (path.isCount() ? 3 : 2)) {
      throw GraphError.unknownSegment(path.at(2));
    }
    var user = directory.find(key).orElseThrow(() -> GraphError.noSuchObject(key));
    var roles = new ODataCollection(Role.TYPE, user.roles().stream().map(Role::json).toList());
    return path.isCount() ? roles.countAlone(call) : answer(call, "directoryRoles", roles);
  }

  private static int pageSize(HttpCall call) {
    var size = call.options().read(QueryOption.TOP).map(Users::number).orElse(DEFAULT_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw GraphError.badRequest("Invalid page size specified. Must be between 1 and 999 inclusive.");
    }
    return size;
  }

  private static int offset(HttpCall call) {
    return call
      .options()
      .read(QueryOption.SKIPTOKEN)
      .map(token -> Math.max(0, number(decode(token))))
      .orElse(0);
  }

  /** Repeats the options of the page, so that the next one is of the same list. */
  private static String nextLink(HttpCall call, int offset) {
    var link = new StringBuilder(call.graphRoot()).append(call.path()).append('?');
    for (var option : CARRIED_ON) {
      call
        .options()
        .peek(option)
        .ifPresent(value ->
          link.append(option.parameter()).append('=').append(URLEncoder.encode(value, UTF_8)).append('&')
        );
    }
    return link.append("$skiptoken=").append(encode(offset)).toString();
  }

  private static String encode(int offset) {
    return Base64.getUrlEncoder()
      .withoutPadding()
      .encodeToString(("page:" + offset).getBytes(UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8).replaceFirst("^page:", "");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw GraphError.badRequest("Invalid value for a query option.");
    }
  }
}
