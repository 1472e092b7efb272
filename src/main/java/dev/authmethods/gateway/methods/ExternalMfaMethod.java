package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The MFA of another provider. Source: https://learn.microsoft.com/graph/api/resources/externalauthenticationmethod */
record ExternalMfaMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String configurationId,
  @Nullable String displayName
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.EXTERNAL_MFA;
  }

  @Override
  public ExternalMfaMethod reachedBy(UserKey key) {
    return new ExternalMfaMethod(key, methodId, createdDateTime, configurationId, displayName);
  }
}
