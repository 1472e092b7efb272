package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.NationalCloud;
import dev.authmethods.gateway.settings.UnusableSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tenant, and how the gateway works with it. Prefix {@code gateway.entra}.
 *
 * @param cloud               The national cloud of the tenant: {@code global}, {@code us-government-l4}, {@code us-
 *                            government-l5} or {@code china-21vianet}.
 * @param tenantId            The tenant, a GUID. Required.
 * @param clientId            The app registration of the gateway, a GUID. Required.
 * @param actingAs            In whose name the gateway calls Microsoft Graph: {@code caller} (on behalf of) or
 *                            {@code application}.
 * @param credential          How the gateway proves to Entra that it is itself.
 * @param graphEndpoint       Microsoft Graph, with its version, such as {@code /v1.0}. The default is that of the cloud. Plain
 *                            http only to loopback.
 * @param authorityHost       The sign-in service. The default is that of the cloud. Plain http only to loopback.
 * @param trustedCertificates PEM files with certificates that the gateway trusts in addition to those of the JDK. None
 *                            by default.
 * @param connectTimeout      The time for a connection to Microsoft.
 * @param callTimeout         The time for one call to Microsoft; never longer than the time that is left for the request.
 * @param writeTime           The least time for a write. The gateway does not send a write when less time is left for the
 *                            request.
 * @param readBackTime        The time that the gateway keeps when it sends a write, to read back whether it was made.
 * @param readAttempts        How often the gateway sends a read at most. It sends a write once.
 * @param maxConcurrentReads  The most reads at Microsoft Graph at once; others wait within their deadline.
 * @param maxConcurrentWrites The most writes at Microsoft Graph at once; others wait within their deadline.
 * @param maxConcurrentTokens The most requests for tokens at once; others wait within their deadline.
 * @param breaker             When the gateway stops calling a host that fails.
 * @param quota               How much of the tenant's quota the gateway may use.
 */
@ConfigurationProperties("gateway.entra")
public record EntraSettings(
  @DefaultValue("global") NationalCloud cloud,
  @Nullable String tenantId,
  @Nullable String clientId,
  @DefaultValue("caller") ActingAs actingAs,
  @NestedConfigurationProperty @DefaultValue CredentialSettings credential,
  @Nullable URI graphEndpoint,
  @Nullable URI authorityHost,
  @DefaultValue List<Path> trustedCertificates,
  @DefaultValue("2s") Duration connectTimeout,
  @DefaultValue("10s") Duration callTimeout,
  @DefaultValue("1s") Duration writeTime,
  @DefaultValue("2s") Duration readBackTime,
  @DefaultValue("3") int readAttempts,
  @DefaultValue("512") int maxConcurrentReads,
  @DefaultValue("256") int maxConcurrentWrites,
  @DefaultValue("64") int maxConcurrentTokens,
  @NestedConfigurationProperty @DefaultValue BreakerSettings breaker,
  @NestedConfigurationProperty @DefaultValue QuotaSettings quota
) {
  /** Ends the start, and names the problems. */
  public static UnusableSettings unusable(List<String> problems) {
    return new UnusableSettings("The gateway does not know which tenant to work with, or how", problems);
  }

  /** The names of the settings that are missing, and without which nothing can work. */
  public List<String> missing() {
    var missing = new ArrayList<String>();
    if (tenantId == null || tenantId.isBlank()) {
      missing.add("gateway.entra.tenant-id");
    }
    if (clientId == null || clientId.isBlank()) {
      missing.add("gateway.entra.client-id");
    }
    if (credential.given() == 0) {
      missing.add(
        "gateway.entra.credential.client-secret (or .certificate, .federated-token-file, .managed-identity in its place)"
      );
    }
    return missing;
  }
}
