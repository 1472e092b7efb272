package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A password. Source: https://learn.microsoft.com/graph/api/resources/passwordauthenticationmethod */
record PasswordMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PASSWORD;
  }

  @Override
  public PasswordMethod reachedBy(UserKey key) {
    return new PasswordMethod(key, methodId, createdDateTime);
  }
}
