package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A Temporary Access Pass, without its code. Source: https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
record TemporaryAccessPassMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable OffsetDateTime startDateTime,
  @Nullable Integer lifetimeInMinutes,
  @Nullable Boolean isUsableOnce,
  @Nullable Boolean isUsable,
  @Nullable AccessPassUsability usability
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.TEMPORARY_ACCESS_PASS;
  }

  @Override
  public TemporaryAccessPassMethod reachedBy(UserKey key) {
    return new TemporaryAccessPassMethod(
      key,
      methodId,
      createdDateTime,
      startDateTime,
      lifetimeInMinutes,
      isUsableOnce,
      isUsable,
      usability
    );
  }

  /** The time until which it can be used; null when Microsoft Graph gives no start or no lifetime. */
  public @Nullable OffsetDateTime endDateTime() {
    return startDateTime == null || lifetimeInMinutes == null ? null : startDateTime.plusMinutes(lifetimeInMinutes);
  }
}
