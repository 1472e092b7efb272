package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Microsoft Authenticator. Source: https://learn.microsoft.com/graph/api/resources/microsoftauthenticatorauthenticationmethod */
record MicrosoftAuthenticatorMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String displayName,
  @Nullable String deviceTag,
  @Nullable String phoneAppVersion
) implements MethodOnDevice {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.MICROSOFT_AUTHENTICATOR;
  }

  @Override
  public MicrosoftAuthenticatorMethod reachedBy(UserKey key) {
    return new MicrosoftAuthenticatorMethod(key, methodId, createdDateTime, displayName, deviceTag, phoneAppVersion);
  }
}
