package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.HttpCall;
import java.util.Map;
import java.util.Set;

/** Which pages of a browser may read what the login answers (CORS): metadata all, tokens those of single-page applications. */
final class PageAccess {

  private static final Set<String> PUBLIC = Set.of("/v2.0/.well-known/openid-configuration", "/discovery/v2.0/keys");
  private static final String TOKEN = "/oauth2/v2.0/token";

  private PageAccess() {}

  /** Whether a browser asks first if a page may ask for tokens. */
  static boolean isPreflight(HttpCall call, String below) {
    return call.method().equals("OPTIONS") && below.equals(TOKEN);
  }

  static Map<String, String> headers(HttpCall call, String below) {
    var origin = call.header("Origin").orElse("");
    if (PUBLIC.contains(below)) {
      return Map.of("Access-Control-Allow-Origin", "*");
    }
    if (!below.equals(TOKEN) || !RedirectUris.isOfOrigin(origin) || !isForPages(call, below)) {
      return Map.of();
    }
    var allowed = call.header("Access-Control-Request-Headers").orElse("Content-Type");
    return Map.of(
      "Access-Control-Allow-Origin",
      origin,
      "Access-Control-Allow-Methods",
      "POST",
      "Access-Control-Allow-Headers",
      allowed,
      "Vary",
      "Origin, Access-Control-Request-Headers"
    );
  }

  /** A preflight does not say which application will ask. */
  private static boolean isForPages(HttpCall call, String below) {
    var client = TokenRequest.of(call).find("client_id").flatMap(ClientApplication::withId);
    return isPreflight(call, below) || client.filter(ClientApplication::isSinglePage).isPresent();
  }
}
