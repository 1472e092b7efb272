package dev.authmethods.gateway.entra;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway proves to Entra that it is itself; exactly one of four. Prefix {@code gateway.entra.credential}.
 *
 * @param clientSecret        A client secret, for development. Exactly one of four credentials is required.
 * @param certificate         A PEM file with certificate and private key, or a PFX file. Exactly one of four credentials is
 *                            required.
 * @param certificatePassword The password of the PFX file.
 * @param federatedTokenFile  A file with a token of another issuer that the registration trusts; the gateway reads it each
 *                            time. Exactly one of four credentials is required.
 * @param managedIdentity     The client id of a user-assigned managed identity, or {@code system}. Exactly one of four
 *                            credentials is required.
 */
public record CredentialSettings(
  @Nullable String clientSecret,
  @Nullable Path certificate,
  @Nullable String certificatePassword,
  @Nullable Path federatedTokenFile,
  @Nullable String managedIdentity
) {
  /** An empty value counts as no value, such as the one of an environment variable that is empty. */
  public CredentialSettings {
    clientSecret = unlessBlank(clientSecret);
    certificate = unlessBlank(certificate);
    federatedTokenFile = unlessBlank(federatedTokenFile);
    managedIdentity = unlessBlank(managedIdentity);
  }

  private static <T> @Nullable T unlessBlank(@Nullable T value) {
    return value == null || value.toString().isBlank() ? null : value;
  }

  /** The number of credentials that are set; 1 is right. */
  public long given() {
    return Stream.of(clientSecret, certificate, federatedTokenFile, managedIdentity).filter(Objects::nonNull).count();
  }

  /** Without the secrets: they must not reach a log. */
  @Override
  public String toString() {
    return "CredentialSettings[" + given() + " given]";
  }
}
