package dev.authmethods.sandbox.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.authmethods.sandbox.http.GraphError;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.QueryOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The place in a collection where a page begins (Microsoft Graph: Paging Microsoft Graph data). It belongs to one query.
 *
 * @param offset     the number of items before the page
 * @param afterEmpty whether an empty page was there before
 * @param issued     in seconds
 * @param query      stands for the collection and the options of the query
 */
record SkipToken(int offset, boolean afterEmpty, long issued, int query) {
  private static final List<QueryOption> OF_THE_QUERY = List.of(
    QueryOption.TOP,
    QueryOption.FILTER,
    QueryOption.SEARCH,
    QueryOption.ORDERBY
  );

  static SkipToken begin(HttpCall call, Instant now) {
    return new SkipToken(0, true, now.getEpochSecond(), query(call));
  }

  /** Reads the token of a call; refuses one of another query, and one that is none. */
  static SkipToken of(String token, HttpCall call) {
    var parts = decode(token).split("\\.", -1);
    try {
      var read = new SkipToken(
        Integer.parseInt(parts[0]),
        Boolean.parseBoolean(parts[1]),
        Long.parseLong(parts[2]),
        Integer.parseInt(parts[3])
      );
      if (read.query == query(call) && read.offset >= 0) {
        return read;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // Refused below, like a token of another query.
    }
    throw GraphError.badRequest("Invalid Skip Token");
  }

  void refuseExpired(Instant now, long seconds) {
    if (seconds > 0 && issued + seconds < now.getEpochSecond()) {
      throw GraphError.of(
        400,
        "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your request."
      );
    }
  }

  SkipToken at(int other, boolean empty, Instant now) {
    return new SkipToken(other, empty, now.getEpochSecond(), query);
  }

  String encode() {
    var text = offset + "." + afterEmpty + "." + issued + "." + query;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String decode(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static int query(HttpCall call) {
    return OF_THE_QUERY.stream()
      .map(option -> call.options().peek(option).orElse(""))
      .collect(Collectors.joining("\n", call.path(), ""))
      .hashCode();
  }
}
