package dev.authmethods.sandbox.directory;

import static java.util.Locale.ROOT;

import dev.authmethods.sandbox.http.Tenant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cloud in which Microsoft Graph is offered (Microsoft Graph: National cloud deployments). The sandbox is the one for
 * whose Graph a client asks a token.
 */
public enum GraphCloud {
  GLOBAL("https://graph.microsoft.com", "https://sts.windows.net/"),
  US_GOVERNMENT_L4("https://graph.microsoft.us", "https://sts.windows.net/"),
  US_GOVERNMENT_L5("https://dod-graph.microsoft.us", "https://sts.windows.net/"),
  CHINA_21VIANET("https://microsoftgraph.chinacloudapi.cn", "https://sts.chinacloudapi.cn/");

  /** Microsoft Graph by its application id, or by the address that the sandbox has: SDKs make scopes of their base address. */
  private static final Pattern OWN_RESOURCE = Pattern.compile(
    "(" + Tenant.GRAPH + "|https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?)/",
    Pattern.CASE_INSENSITIVE
  );

  private final String resource;
  private final String issuers;

  GraphCloud(String resource, String issuers) {
    this.resource = resource;
    this.issuers = issuers;
  }

  /** The audience of tokens, and what scopes begin with. */
  public String resource() {
    return resource;
  }

  /** The issuer of tokens in the v1.0 format. */
  public String issuer() {
    return issuers + Tenant.CONTOSO + "/";
  }

  /** Whether phones can be switched on and off for sign-in, and the methods of all kinds be listed together. */
  public boolean isComplete() {
    return this != CHINA_21VIANET;
  }

  /** The cloud whose Graph a scope is for; a scope without a resource is for that of the global cloud. */
  public static Optional<GraphCloud> ofScope(String scope) {
    if (!scope.contains("/")) {
      return Optional.of(GLOBAL);
    }
    return Stream.of(values())
      .filter(cloud -> scope.toLowerCase(ROOT).startsWith(cloud.resource + "/"))
      .findFirst()
      .or(() -> OWN_RESOURCE.matcher(scope).lookingAt() ? Optional.of(GLOBAL) : Optional.empty());
  }

  /** The cloud that a token is for and from. */
  public static Optional<GraphCloud> ofToken(TokenClaims claims) {
    return Stream.of(values())
      .filter(cloud -> claims.isFor(cloud.resource, cloud.resource + "/"))
      .findFirst()
      .or(() -> claims.isFor(Tenant.GRAPH) ? Optional.of(GLOBAL) : Optional.empty());
  }
}
