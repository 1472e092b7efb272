package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A method of a kind that this gateway does not know, with the name of the kind in Microsoft Graph. */
record UnknownAuthenticationMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String odataType
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.UNKNOWN;
  }

  @Override
  public UnknownAuthenticationMethod reachedBy(UserKey key) {
    return new UnknownAuthenticationMethod(key, methodId, createdDateTime, odataType);
  }
}
