package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A platform credential. Source: https://learn.microsoft.com/graph/api/resources/platformcredentialauthenticationmethod */
record PlatformCredentialMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String displayName,
  MethodPlatform platform,
  KeyStrength keyStrength
) implements MethodOnDevice {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PLATFORM_CREDENTIAL;
  }

  @Override
  public PlatformCredentialMethod reachedBy(UserKey key) {
    return new PlatformCredentialMethod(key, methodId, createdDateTime, displayName, platform, keyStrength);
  }
}
