package dev.authmethods.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Reads of users (Microsoft Graph: List users, Get a user). */
final class Users {

  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 999;

  private final String root;
  private final Directory directory;

  Users(String root, Directory directory) {
    this.root = root;
    this.directory = directory;
  }

  /** One page; guests cannot list. */
  Reply list(Caller caller, Call call) {
    DirectoryAccess.check(caller);
    if (directory.find(caller.id()).filter(User::guest).isPresent()) {
      throw GraphError.directoryDenied();
    }
    refuseUnsupported(call);
    var selected = Selection.ofList(call);
    var first = offset(call);
    var size = pageSize(call);
    var page = directory
      .users()
      .stream()
      .skip(first)
      .limit(size)
      .map(user -> json(user, selected))
      .toList();
    var json = Json.object().put("@odata.context", root + "/$metadata#users");
    if (first + size < directory.users().size()) {
      json.put("@odata.nextLink", nextLink(call, first + size));
    }
    json.set("value", Json.array(page));
    return Reply.ok(json);
  }

  Reply get(Caller caller, String key, Call call) {
    var found = directory.find(key);
    if (found.filter(caller::is).isEmpty()) {
      DirectoryAccess.check(caller);
    } else {
      DirectoryAccess.checkSelf(caller);
    }
    var user = found.orElseThrow(() -> GraphError.noSuchObject(key));
    var json = Json.object().put("@odata.context", root + "/$metadata#users/$entity");
    return Reply.ok(json.setAll(json(user, Selection.of(call))));
  }

  /** The directory roles that a user holds (Microsoft Graph: List a user's transitive memberships). */
  Reply roles(Caller caller, String key, String type) {
    DirectoryAccess.checkRoles(caller);
    if (!type.equals("graph.directoryRole")) {
      throw GraphError.unknownSegment(type);
    }
    var user = directory.find(key).orElseThrow(() -> GraphError.noSuchObject(key));
    var json = Json.object().put("@odata.context", root + "/$metadata#directoryRoles");
    json.set("value", Json.array(user.roles().stream().map(Role::json).toList()));
    return Reply.ok(json);
  }

  private static ObjectNode json(User user, List<String> selected) {
    Selection.check(user, selected);
    return user.json(selected);
  }

  private static void refuseUnsupported(Call call) {
    if (Stream.of("$skip", "$filter", "$search", "$orderby", "$expand").anyMatch(call.query()::containsKey)) {
      throw GraphError.of(400, "Request_UnsupportedQuery", "The query is not supported.");
    }
  }

  private static int pageSize(Call call) {
    var size = number(call.query().getOrDefault("$top", Integer.toString(DEFAULT_PAGE)));
    if (size < 1 || size > LARGEST_PAGE) {
      throw GraphError.badRequest("Invalid page size specified. Must be between 1 and 999 inclusive.");
    }
    return size;
  }

  private static int offset(Call call) {
    var token = call.query().get("$skiptoken");
    return token == null ? 0 : number(decode(token));
  }

  private String nextLink(Call call, int offset) {
    var link = new StringBuilder(root).append("/users?");
    for (var option : List.of("$top", "$select")) {
      var value = call.query().get(option);
      if (value != null) {
        link.append(option).append('=').append(URLEncoder.encode(value, UTF_8)).append('&');
      }
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
