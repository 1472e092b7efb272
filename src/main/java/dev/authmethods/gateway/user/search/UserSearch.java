package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.access.Caller;
import dev.authmethods.gateway.read.Cursor;
import dev.authmethods.gateway.user.UserSelection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search of users, as the options of one query.
 *
 * @param search the value of {@code $search}; empty for all users
 * @param filter the value of {@code $filter}; empty without conditions
 * @param order  the order
 */
record UserSearch(String search, String filter, UserOrder order) {
  static UserSearch of(@Nullable String search, @Nullable UserFilter filter, UserOrder order) {
    return new UserSearch(search == null ? "" : SearchPhrase.of(search), filter == null ? "" : filter.option(), order);
  }

  /** The cursors of a search belong to it and to its caller. */
  List<String> owner(Caller caller) {
    return List.of("searchUsers", search, filter, order.name(), caller.tenantId(), caller.objectId().value());
  }

  /**
   * The path and the query of a page. The token of Microsoft Graph goes in as it came: it has been checked to contain nothing that could
   * end it.
   */
  String path(UserSelection selection, Cursor cursor) {
    return (
      "/users?" +
      selection.select() +
      "&$count=true&$top=" +
      cursor.pageSize() +
      option("&$search=", search) +
      option("&$filter=", filter) +
      option("&$orderby=", order.option()) +
      (cursor.skipToken() == null ? "" : "&$skiptoken=" + cursor.skipToken())
    );
  }

  private static String option(String name, String value) {
    return value.isEmpty() ? "" : name + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The argument that a tenant without advanced queries cannot do. */
  String unsupportedArgument() {
    if (!search.isEmpty()) {
      return "search";
    }
    return filter.isEmpty() ? "orderBy" : "filter";
  }
}
