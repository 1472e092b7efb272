package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.http.HttpCall;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pages that may use the login: where it sends codes, and which sites may read what it answers (CORS). Redirect URIs are
 * compared as Microsoft Entra does: as they are written, except for the port on loopback. Source:
 * https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
final class PageAccess {

  private static final Set<String> PUBLIC = Set.of("/v2.0/.well-known/openid-configuration", "/discovery/v2.0/keys");
  private static final Set<String> REDIRECT_URIS = Set.of(
    "http://localhost/playground/redirect.html",
    "http://127.0.0.1/playground/redirect.html"
  );
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
    if (!below.equals(TOKEN) || !isOfOrigin(origin) || !isForPages(call, below)) {
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

  /** Whether the login may send codes there. */
  static boolean isRegistered(String uri) {
    return parsed(uri).map(PageAccess::withoutPort).filter(REDIRECT_URIS::contains).isPresent();
  }

  /** Whether a page of this origin may read what the token endpoint answers. */
  private static boolean isOfOrigin(String origin) {
    return isRegistered(origin + "/playground/redirect.html");
  }

  static String originOf(String uri) {
    var parsed = URI.create(uri);
    return parsed.getScheme() + "://" + parsed.getRawAuthority();
  }

  private static Optional<URI> parsed(String uri) {
    try {
      return Optional.of(URI.create(uri));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A query, a fragment or a user stays, so that it matches nothing. */
  private static String withoutPort(URI uri) {
    return uri.getPort() < 0 ? uri.toString() : uri.toString().replaceFirst(":" + uri.getPort() + "(?=/|$)", "");
  }
}
