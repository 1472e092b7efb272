package dev.authmethods.sandbox.login;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The redirect URIs of the single-page application, compared as Microsoft Entra does: as they are written, but for the port on
 * loopback. Source: https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
final class RedirectUris {

  private static final Set<String> REGISTERED = Set.of(
    "http://localhost/playground/redirect.html",
    "http://127.0.0.1/playground/redirect.html"
  );

  private RedirectUris() {}

  static boolean isRegistered(String uri) {
    return parsed(uri).map(RedirectUris::withoutPort).filter(REGISTERED::contains).isPresent();
  }

  /** Whether a page of this origin may read what the token endpoint answers. */
  static boolean isOfOrigin(String origin) {
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
