package dev.authmethods.sandbox.http;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.util.Set;

/** Web pages of others, which must neither steer the sandbox nor read what it says. */
public final class CrossSite {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private CrossSite() {}

  /**
   * Whether a browser sends this for a page of another site: a change whose Origin is not of this machine, or anything under
   * a name that is not this machine's, which is how DNS rebinding reads answers. Any port of this machine is the same site.
   */
  public static boolean isForeign(HttpCall call) {
    if (!isLoopback("http://" + call.header("Host").orElse(""))) {
      return true;
    }
    return !SAFE.contains(call.method()) && (isForeignOrigin(call) || isMarkedForeign(call));
  }

  private static boolean isForeignOrigin(HttpCall call) {
    return call
      .header("Origin")
      .filter(origin -> !isLoopback(origin))
      .isPresent();
  }

  /** The Fetch standard's own word on it. */
  private static boolean isMarkedForeign(HttpCall call) {
    return call.header("Sec-Fetch-Site").filter("cross-site"::equals).isPresent();
  }

  private static boolean isLoopback(String origin) {
    try {
      var host = URI.create(origin).getHost();
      return host != null && (LOOPBACK.contains(host.toLowerCase(ROOT)) || host.endsWith(".localhost"));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
