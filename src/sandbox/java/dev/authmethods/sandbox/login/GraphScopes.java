package dev.authmethods.sandbox.login;

import dev.authmethods.sandbox.directory.GraphCloud;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The permissions of one cloud's Microsoft Graph that a client asks for (Microsoft identity platform: Scopes and permissions).
 *
 * @param names without the resource
 */
record GraphScopes(GraphCloud cloud, Set<String> names) {
  private static final String DEFAULT = ".default";

  /** Reads the scopes of a request; a scope without a resource is Microsoft Graph's. */
  static GraphScopes of(TokenRequest request) {
    var scopes = request.resourceScopes();
    var clouds = scopes
      .stream()
      .map(scope -> GraphCloud.ofScope(scope).orElseThrow(() -> LoginError.invalidScope(scope)))
      .collect(Collectors.toSet());
    if (clouds.size() > 1) {
      throw LoginError.invalidScope(request.require("scope"));
    }
    var cloud = clouds.stream().findFirst().orElse(GraphCloud.GLOBAL);
    return new GraphScopes(cloud, scopes.stream().map(GraphScopes::name).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether the request asks for all granted permissions, among others. */
  boolean hasDefault() {
    return names.stream().anyMatch(DEFAULT::equalsIgnoreCase);
  }

  /** Whether the request asks for them only: the two kinds of consent cannot be combined in one request. */
  boolean isDefaultAlone() {
    return !names.isEmpty() && names.stream().allMatch(DEFAULT::equalsIgnoreCase);
  }

  /** Those of the permissions that the request names, by names in any case; empty when one is not among them. */
  Optional<Set<String>> among(Set<String> permissions) {
    var found = permissions
      .stream()
      .filter(permission -> names.stream().anyMatch(permission::equalsIgnoreCase))
      .collect(Collectors.toUnmodifiableSet());
    return names.stream().allMatch(name -> found.stream().anyMatch(name::equalsIgnoreCase))
      ? Optional.of(found)
      : Optional.empty();
  }

  /** Permissions as the answer of the login names them. */
  List<String> named(Collection<String> permissions) {
    return permissions
      .stream()
      .map(name -> cloud.resource() + "/" + name)
      .sorted()
      .toList();
  }

  /** Behind a resource that ends with a slash itself there are two. */
  private static String name(String scope) {
    return scope.substring(scope.lastIndexOf('/') + 1);
  }
}
