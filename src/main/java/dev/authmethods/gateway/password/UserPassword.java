package dev.authmethods.gateway.password;

import dev.authmethods.gateway.method.UserKey;
import dev.authmethods.gateway.method.UserResource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The password of a user, of which Microsoft Graph shows only the time of the last change.
 *
 * @param lastChange in whole seconds; null when Microsoft Graph does not say
 * @param isSynced   whether the user comes from an on-premises directory
 * @param isExternal whether the user signs in at another tenant, which has the password
 * @param operation  the reset that was just accepted; null when there is none, or it cannot be followed
 */
record UserPassword(
  UserKey user,
  @Nullable OffsetDateTime lastChange,
  boolean isSynced,
  boolean isExternal,
  @Nullable PasswordResetOperation operation
) implements UserResource {
  /** A password that is being reset. */
  static UserPassword reset(UserKey user, @Nullable PasswordResetOperation operation) {
    return new UserPassword(user, null, false, false, operation);
  }

  @Override
  public UserPassword reachedBy(UserKey key) {
    return new UserPassword(key, lastChange, isSynced, isExternal, operation);
  }
}
