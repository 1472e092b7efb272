package dev.authmethods.gateway.user.search;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.method.User;
import dev.authmethods.gateway.user.UserSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A page of users as Microsoft Graph writes it. Source: https://learn.microsoft.com/graph/paging
 *
 * @param count how many users there are; Microsoft Graph says so on the first page
 * @param next  the token that leads to the next page; null on the last
 */
record EntraUserPage(List<User> users, @Nullable Integer count, @Nullable String next) {
  /** Nothing in it can end the option of a query. A longer one would not fit in a cursor. */
  private static final Pattern SKIP_TOKEN = Pattern.compile(
    "[?&](?:\\$|%24)skiptoken=([\\w.~%+*'()!:@,;=$/-]{1,2800})(?:&|$)",
    Pattern.CASE_INSENSITIVE
  );

  static EntraUserPage read(UserSelection selection, JsonParser in) {
    List<User> users = null;
    Integer count = null;
    String next = null;
    Json.enterObject(in);
    for (var name = Json.nextProperty(in); name != null; name = Json.nextProperty(in)) {
      switch (name) {
        case "value" -> users = users(selection, in);
        case "@odata.count" -> count = in.currentToken() == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : null;
        case "@odata.nextLink" -> next = in.currentToken() == JsonToken.VALUE_NULL ? null : skipToken(Json.text(in));
        default -> in.skipChildren();
      }
    }
    return new EntraUserPage(Json.understood(users), count, next);
  }

  /** Other objects are left out; a user who cannot be identified makes the page one that is not understood. */
  private static List<User> users(UserSelection selection, JsonParser in) {
    var users = new ArrayList<User>();
    for (var found : Json.items(in, each -> selection.read(each).asFound())) {
      var user = found.visible();
      if (user != null) {
        users.add(user);
      }
    }
    return users;
  }

  /** The gateway never follows an address of an answer: it takes the token only. */
  private static String skipToken(@Nullable String link) {
    var matcher = SKIP_TOKEN.matcher(Json.understood(link));
    return Json.understood(matcher.find() ? matcher.group(1) : null);
  }
}
