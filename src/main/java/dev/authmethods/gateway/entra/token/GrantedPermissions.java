package dev.authmethods.gateway.entra.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The permissions that a token for Microsoft Graph names. Microsoft may change what such tokens look like at any time:
 * this only helps to explain a refusal and decides nothing. Source:
 * https://learn.microsoft.com/entra/identity-platform/access-tokens
 */
final class GrantedPermissions {

  private static final JsonMapper JSON = new JsonMapper();

  private GrantedPermissions() {}

  /** Nothing when the token does not tell. */
  static Optional<Set<String>> in(String token) {
    var parts = token.split("\\.", -1);
    return parts.length == 3 ? payload(parts[1]).flatMap(GrantedPermissions::named) : Optional.empty();
  }

  private static Optional<JsonNode> payload(String part) {
    try {
      return Optional.of(JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Set<String>> named(JsonNode claims) {
    var scopes = claims.path("scp");
    var roles = claims.path("roles");
    if (!scopes.isString() && !roles.isArray()) {
      return Optional.empty();
    }
    var names = Stream.concat(
      List.of(scopes.asString("").split(" ")).stream(),
      roles.valueStream().map(role -> role.asString(""))
    );
    return Optional.of(names.filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()));
  }
}
