package dev.authmethods.gateway.removal;

import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in sessions of a user. Source: https://learn.microsoft.com/graph/api/resources/user
 *
 * @param validFrom  sessions from before this moment are ended, in whole seconds; null when Microsoft Graph does not say
 * @param isExternal whether the user signs in at another tenant, which has the sessions
 */
record SignInSessions(UserKey user, @Nullable OffsetDateTime validFrom, boolean isExternal) implements UserResource {
  @Override
  public SignInSessions reachedBy(UserKey key) {
    return new SignInSessions(key, validFrom, isExternal);
  }
}
