package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A means by which a user can prove who they are. */
public sealed interface AuthenticationMethod permits PhoneMethod, EmailMethod {
  /** The user, by the key that the method was reached with. */
  UserKey user();

  /** Microsoft Graph's own id, which for phones repeats across users. */
  String methodId();

  /** When it was registered, if Microsoft Graph tells. */
  @Nullable
  OffsetDateTime createdDateTime();

  /** The same method, reached by another key of the same user. */
  AuthenticationMethod reachedBy(UserKey key);
}
