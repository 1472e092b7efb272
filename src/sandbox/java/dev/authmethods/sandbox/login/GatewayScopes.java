package dev.authmethods.sandbox.login;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.directory.GraphCloud;
import dev.authmethods.sandbox.http.Tenant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes that pages may ask for: the scope of the gateway's own API, to which an administrator has consented, and the sign-in itself. */
final class GatewayScopes {

  private static final String SCOPE = "access_as_user";
  private static final Set<String> OPEN_ID = Set.of("openid", "profile", "offline_access", "email");
  private static final Set<String> RESOURCES = Set.of("api://" + Tenant.GATEWAY, Tenant.GATEWAY);

  private GatewayScopes() {}

  /** The scopes of a request, which are granted all or none. */
  static Set<String> read(String text) {
    var scopes = Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    scopes
      .stream()
      .filter(scope -> !OPEN_ID.contains(scope))
      .forEach(GatewayScopes::check);
    return scopes;
  }

  /** Those of the resource, as an answer names them. */
  static String granted(Collection<String> scopes) {
    return scopes.stream().anyMatch(scope -> !OPEN_ID.contains(scope)) ? "api://" + Tenant.GATEWAY + "/" + SCOPE : "";
  }

  private static void check(String scope) {
    int slash = scope.lastIndexOf('/');
    var resource = scope.substring(0, Math.max(slash, 0)).toLowerCase(ROOT);
    if (GraphCloud.ofScope(scope).isPresent()) {
      var text = "The user or administrator has not consented to use the application.";
      throw LoginError.of(400, "consent_required", 65001, text);
    }
    if (!RESOURCES.contains(resource)) {
      var text = "The resource principal named " + resource + " was not found in the tenant named Contoso.";
      throw LoginError.of(400, "invalid_resource", 500011, text);
    }
    if (!Set.of(SCOPE, ".default").contains(scope.substring(slash + 1))) {
      var text = "The application asked for scope '" + scope.substring(slash + 1) + "' that doesn't exist.";
      throw LoginError.of(400, "invalid_client", 650053, text);
    }
  }
}
