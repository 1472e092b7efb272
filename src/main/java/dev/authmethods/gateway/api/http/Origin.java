package dev.authmethods.gateway.api.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A site whose pages may ask, as browsers write it: {@code https://app.contoso.com}, {@code http://localhost:5173}.
 *
 * <p>There is none for all sites. No page has a token that it was not given; yet any page could then find out from within a network
 * what gateway there is, and what it says.
 */
record Origin(String value) {
  /** Source: RFC 6454, section 6.2. */
  public Origin {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!isOrigin(value)) {
      throw new IllegalArgumentException(
        "An origin is a scheme, a host and perhaps a port, as in https://app.contoso.com"
      );
    }
  }

  private static boolean isOrigin(String value) {
    try {
      var uri = new URI(value);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && value.equals(written(uri));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The port only if it is not that of the scheme. */
  private static String written(URI uri) {
    var usual = "https".equals(uri.getScheme()) ? 443 : 80;
    var port = uri.getPort() == -1 || uri.getPort() == usual ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }
}
