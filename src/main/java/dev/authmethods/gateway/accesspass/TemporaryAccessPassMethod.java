package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.Instant;
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
  /** The last that RFC 3339 can write. */
  private static final int LAST_YEAR = 9_999;

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

  /** The time until which it can be used; null when Microsoft Graph gives no start or no lifetime, or it is after the year 9999. */
  public @Nullable OffsetDateTime endDateTime() {
    var end = startDateTime == null || lifetimeInMinutes == null ? null : startDateTime.plusMinutes(lifetimeInMinutes);
    return end == null || end.getYear() > LAST_YEAR ? null : end;
  }

  /** Whether it is good for nothing any more, by Microsoft's word or else by its end. */
  boolean isOver(Instant now) {
    return switch (usability) {
      case EXPIRED, ONE_TIME_USED -> true;
      case ENABLED_BY_POLICY, DISABLED_BY_POLICY, NOT_YET_VALID -> false;
      case UNKNOWN -> isEnded(now);
      case null -> isEnded(now);
    };
  }

  private boolean isEnded(Instant now) {
    var end = endDateTime();
    return end != null && !end.toInstant().isAfter(now);
  }
}
