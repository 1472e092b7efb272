package dev.authmethods.gateway.entra.token;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.OnBehalfOfCredentialBuilder;
import dev.authmethods.gateway.entra.Cloud;
import dev.authmethods.gateway.entra.CredentialSettings;
import dev.authmethods.gateway.entra.EntraSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes azure-identity's credentials by the settings: for a caller, or for the gateway itself. */
public final class Credentials {

  /**
   * The audience of the token that a managed identity presents in the place of a secret. Source:
   * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
   */
  private static final String TOKEN_EXCHANGE = "api://AzureADTokenExchange/.default";

  private final EntraSettings settings;
  private final CredentialSettings credential;
  private final Cloud cloud;
  private final HttpClient http;

  public Credentials(EntraSettings settings, Cloud cloud, HttpClient http) {
    this.settings = settings;
    this.credential = settings.credential();
    this.cloud = cloud;
    this.http = http;
  }

  /** Acts on behalf of the user that the token was issued for. */
  public TokenCredential onBehalfOf(String userToken) {
    var builder = prepare(new OnBehalfOfCredentialBuilder()).userAssertion(userToken);
    if (credential.clientSecret() != null) {
      return builder.clientSecret(credential.clientSecret()).build();
    }
    if (credential.certificate() != null) {
      return withCertificate(builder, credential.certificate()).build();
    }
    return builder.clientAssertion(this::assertion).build();
  }

  /** Acts as the gateway itself. */
  public TokenCredential application() {
    if (credential.clientSecret() != null) {
      return prepare(new ClientSecretCredentialBuilder()).clientSecret(credential.clientSecret()).build();
    }
    if (credential.certificate() != null) {
      return withCertificate(prepare(new ClientCertificateCredentialBuilder()), credential.certificate()).build();
    }
    if (credential.managedIdentity() != null) {
      return managedIdentity(credential.managedIdentity());
    }
    return prepare(new ClientAssertionCredentialBuilder()).clientAssertion(this::assertion).build();
  }

  private String assertion() {
    return credential.managedIdentity() != null ? identityToken(credential.managedIdentity()) : federatedToken();
  }

  private String federatedToken() {
    try {
      return Files.readString(Objects.requireNonNull(credential.federatedTokenFile())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String identityToken(String identity) {
    return managedIdentity(identity).getTokenSync(new TokenRequestContext().addScopes(TOKEN_EXCHANGE)).getToken();
  }

  private TokenCredential managedIdentity(String identity) {
    var builder = new ManagedIdentityCredentialBuilder().httpClient(http);
    return "system".equals(identity) ? builder.build() : builder.clientId(identity).build();
  }

  private OnBehalfOfCredentialBuilder withCertificate(OnBehalfOfCredentialBuilder builder, Path file) {
    var path = file.toString();
    return isPfx(path)
      ? builder.pfxCertificate(path).clientCertificatePassword(password())
      : builder.pemCertificate(path);
  }

  private ClientCertificateCredentialBuilder withCertificate(ClientCertificateCredentialBuilder builder, Path file) {
    var path = file.toString();
    return isPfx(path)
      ? builder.pfxCertificate(path).clientCertificatePassword(password())
      : builder.pemCertificate(path);
  }

  private @Nullable String password() {
    return credential.certificatePassword();
  }

  private static boolean isPfx(String path) {
    var name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".pfx") || name.endsWith(".p12");
  }

  private <T extends AadCredentialBuilderBase<T>> T prepare(T builder) {
    var prepared = builder
      .tenantId(settings.tenantId())
      .clientId(settings.clientId())
      .authorityHost(cloud.authorityHost().toString())
      .httpClient(http)
      .addPolicy(new FailedTokenResponse.Policy())
      .retryOptions(
        new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(250))).setShouldRetryCondition(
          Credentials::isAskedAgain
        )
      );
    // The settings chose a host that is not Microsoft's: no authority can confirm that it is genuine.
    return settings.authorityHost() == null ? prepared : prepared.disableInstanceDiscovery();
  }

  /**
   * The library would wait as long as Entra asks it to, even ten minutes: the gateway tells its caller the time
   * instead, and the caller waits.
   */
  private static boolean isAskedAgain(RequestRetryCondition tried) {
    var answer = tried.getResponse();
    return (
      answer == null || (answer.getStatusCode() >= 500 && answer.getHeaderValue(HttpHeaderName.RETRY_AFTER) == null)
    );
  }
}
