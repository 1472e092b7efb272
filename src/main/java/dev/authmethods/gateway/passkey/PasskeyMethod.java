package dev.authmethods.gateway.passkey;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passkey. Source: https://learn.microsoft.com/graph/api/resources/fido2authenticationmethod */
record PasskeyMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String displayName,
  @Nullable String model,
  @Nullable String aaguid,
  @Nullable PasskeyType passkeyType,
  @Nullable AttestationLevel attestationLevel,
  @Nullable List<String> attestationCertificates
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PASSKEY;
  }

  @Override
  public PasskeyMethod reachedBy(UserKey key) {
    return new PasskeyMethod(
      key,
      methodId,
      createdDateTime,
      displayName,
      model,
      aaguid,
      passkeyType,
      attestationLevel,
      attestationCertificates
    );
  }
}
