package dev.authmethods.gateway.entra;

import dev.authmethods.gateway.method.NationalCloud;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tenant, and how the gateway works with it. Prefix {@code gateway.entra}.
 *
 * @param cloud               the national cloud of the tenant
 * @param tenantId            the tenant, a GUID
 * @param clientId            the gateway's app registration, a GUID
 * @param actingAs            in whose name Microsoft Graph is called
 * @param credential          how the gateway proves to Entra that it is itself
 * @param graphEndpoint       Microsoft Graph, version included; null: the cloud's own
 * @param authorityHost       the sign-in service; null: the cloud's own
 * @param trustedCertificates PEM files with certificates to trust besides the JDK's
 * @param connectTimeout      how long a connection may take
 * @param callTimeout         how long one call may take, never longer than what is left of the request's deadline
 * @param writeTime           the least time that a write gets; it is not sent when the request's deadline leaves less
 * @param readBackTime        how much of the time until the deadline is kept when a write is sent, to read back what became of it
 * @param readAttempts        how often a read is sent at most; a write is sent once
 * @param maxConcurrentReads  how many reads may be under way at once; others wait for their turn within their deadline
 * @param maxConcurrentWrites how many writes may be
 * @param maxConcurrentTokens how many tokens may be asked for at once
 * @param breaker             when Microsoft is left alone because it does not work
 * @param quota               how much of the tenant's quota the gateway may use
 */
@ConfigurationProperties("gateway.entra")
public record EntraSettings(
  @DefaultValue("global") NationalCloud cloud,
  @Nullable String tenantId,
  @Nullable String clientId,
  @DefaultValue("caller") ActingAs actingAs,
  @DefaultValue CredentialSettings credential,
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
  @DefaultValue BreakerSettings breaker,
  @DefaultValue QuotaSettings quota
) {
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
