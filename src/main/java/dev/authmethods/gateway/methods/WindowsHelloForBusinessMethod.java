package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Windows Hello for Business. Source: https://learn.microsoft.com/graph/api/resources/windowshelloforbusinessauthenticationmethod */
record WindowsHelloForBusinessMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String displayName,
  KeyStrength keyStrength
) implements MethodOnDevice {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.WINDOWS_HELLO_FOR_BUSINESS;
  }

  @Override
  public WindowsHelloForBusinessMethod reachedBy(UserKey key) {
    return new WindowsHelloForBusinessMethod(key, methodId, createdDateTime, displayName, keyStrength);
  }
}
