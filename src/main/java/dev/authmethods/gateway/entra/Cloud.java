package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.NationalCloud;
import java.net.URI;
import java.util.Objects;

/**
 * The addresses of Microsoft in one national cloud. Source: https://learn.microsoft.com/graph/deployments
 *
 * @param name          the national cloud
 * @param graphEndpoint Microsoft Graph, version included, without a slash at the end
 * @param authorityHost the sign-in service, without a slash at the end
 * @param scope         all permissions that were granted to the gateway for Microsoft Graph
 */
public record Cloud(NationalCloud name, URI graphEndpoint, URI authorityHost, String scope) {
  /** The cloud of the settings, with the hosts that they replace. */
  public static Cloud of(EntraSettings settings) {
    var known = of(settings.cloud());
    return new Cloud(
      known.name,
      withoutSlash(Objects.requireNonNullElse(settings.graphEndpoint(), known.graphEndpoint)),
      withoutSlash(Objects.requireNonNullElse(settings.authorityHost(), known.authorityHost)),
      known.scope
    );
  }

  private static Cloud of(NationalCloud name) {
    return switch (name) {
      case GLOBAL -> of(name, "https://graph.microsoft.com", "https://login.microsoftonline.com");
      case US_GOVERNMENT_L4 -> of(name, "https://graph.microsoft.us", "https://login.microsoftonline.us");
      case US_GOVERNMENT_L5 -> of(name, "https://dod-graph.microsoft.us", "https://login.microsoftonline.us");
      case CHINA_21VIANET -> of(name, "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn");
    };
  }

  private static Cloud of(NationalCloud name, String graph, String login) {
    return new Cloud(name, URI.create(graph + "/v1.0"), URI.create(login), graph + "/.default");
  }

  private static URI withoutSlash(URI address) {
    var text = address.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
  }
}
