package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** An app that shows codes. Source: https://learn.microsoft.com/graph/api/resources/softwareoathauthenticationmethod */
record SoftwareOathMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.SOFTWARE_OATH;
  }

  @Override
  public SoftwareOathMethod reachedBy(UserKey key) {
    return new SoftwareOathMethod(key, methodId, createdDateTime);
  }
}
