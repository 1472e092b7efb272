package dev.authmethods.sandbox.graph;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.ErrorDialect;
import dev.authmethods.sandbox.http.HttpCall;
import dev.authmethods.sandbox.http.QueryOption;
import java.util.regex.Pattern;

/** The cost of a call (Microsoft Graph: service-specific throttling limits, resource units). */
public record RequestCost(int units, boolean write, boolean report) {
  private static final Pattern USERS = Pattern.compile("/users/?", Pattern.CASE_INSENSITIVE);

  /** Prices a call whose path is relative to the version root. */
  public static RequestCost of(HttpCall call) {
    var byIds = call.path().toLowerCase(ROOT).endsWith("getbyids");
    var write = !call.method().equals("GET") && !byIds;
    return new RequestCost(Math.max(1, base(call, byIds) + options(call, byIds)), write, isReport(call));
  }

  public int of(ThrottleQuota.Kind kind) {
    return switch (kind) {
      case UNITS -> units;
      case WRITES -> write ? 1 : 0;
      case REPORTS -> report ? 1 : 0;
    };
  }

  private static int base(HttpCall call, boolean byIds) {
    if (byIds) {
      return call.options().has(QueryOption.SELECT) ? 2 : 5;
    }
    return call.method().equals("GET") && USERS.matcher(call.path()).matches() ? 2 : 1;
  }

  /** The price of getByIds with a selection says so already. */
  private static int options(HttpCall call, boolean byIds) {
    var selects = call.options().has(QueryOption.SELECT) && !byIds ? -1 : 0;
    var expands = call.options().has(QueryOption.EXPAND) ? 1 : 0;
    return selects + expands + (isShort(call.options().peek(QueryOption.TOP).orElse("")) ? -1 : 0);
  }

  private static boolean isShort(String top) {
    return top.matches("1?\\d");
  }

  private static boolean isReport(HttpCall call) {
    return ErrorDialect.of(call.path()) == ErrorDialect.AUTHENTICATION_METHODS;
  }
}
