package dev.authmethods.sandbox.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.HttpCall;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form that is posted to the token endpoint.
 *
 * @param origin the site of the page that sends it; empty when no page does
 */
record TokenRequest(Map<String, String> fields, String origin) {
  private static final Set<String> OPEN_ID = Set.of("openid", "profile", "offline_access", "email");

  /** Reads the form, and the client's id and secret from a Basic header if there is one (RFC 6749, 2.3.1). */
  static TokenRequest of(HttpCall call) {
    var fields = new TreeMap<>(isForm(call) ? HttpCall.form(call.body()) : Map.<String, String>of());
    call
      .header("Authorization")
      .filter(header -> header.startsWith("Basic "))
      .map(header -> decode(header.substring(6)))
      .map(pair -> HttpCall.form("client_id=" + pair.replaceFirst(":", "&client_secret=")))
      .ifPresent(fields::putAll);
    return new TokenRequest(fields, call.header("Origin").orElse(""));
  }

  /** Anything that says to be something else has no parameters. */
  private static boolean isForm(HttpCall call) {
    var type = call.header("Content-Type").orElse("");
    return type.isBlank() || type.toLowerCase(ROOT).startsWith("application/x-www-form-urlencoded");
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** The same with another field. */
  TokenRequest with(String name, String value) {
    var more = new TreeMap<>(fields);
    more.put(name, value);
    return new TokenRequest(more, origin);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  String require(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** The scopes asked of a resource, without those that only concern the sign-in. */
  Set<String> resourceScopes() {
    return Stream.of(require("scope").strip().split("\\s+"))
      .filter(scope -> !OPEN_ID.contains(scope.toLowerCase(ROOT)))
      .collect(Collectors.toUnmodifiableSet());
  }

  private static LoginError missing(String name) {
    var text = "The request body must contain the following parameter: '" + name + "'.";
    return LoginError.invalidRequest(900144, text);
  }
}
