package dev.authmethods.sandbox.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The caller of Graph, in a cloud: a user through an application, or an application alone.
 *
 * @param hasFreshMfa whether the user has signed in with more than one factor in the last ten minutes
 */
public record GraphCaller(
  GraphCloud cloud,
  String id,
  boolean delegated,
  Set<String> permissions,
  Set<Role> roles,
  boolean hasFreshMfa
) {
  /** Reads a verified token: scopes make it a user's, and only a user has directory roles. */
  public static GraphCaller of(GraphCloud cloud, TokenClaims claims) {
    var delegated = !claims.text("scp").isEmpty();
    return delegated
      ? new GraphCaller(
          cloud,
          claims.text("oid"),
          true,
          claims.words("scp"),
          Role.ofTemplateIds(claims.list("wids")),
          claims.haveFreshMfa()
        )
      : new GraphCaller(cloud, claims.text("appid"), false, Set.copyOf(strings(claims)), Set.of(), false);
  }

  public boolean is(DirectoryUser user) {
    return delegated && id.equals(user.id());
  }

  public boolean mayAny(String... names) {
    return Arrays.stream(names).anyMatch(permissions::contains);
  }

  public boolean hasAny(Role... wanted) {
    return Arrays.stream(wanted).anyMatch(roles::contains);
  }

  private static Set<String> strings(TokenClaims claims) {
    return claims.list("roles").stream().map(String::valueOf).collect(Collectors.toSet());
  }
}
