package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A means by which a user can prove who they are. */
public sealed interface AuthenticationMethod permits PhoneMethod {
  /** The global id, which names the user too. */
  GlobalId id();

  /** Microsoft Graph's own id, which for phones repeats across users. */
  String methodId();

  /** When it was registered, if Microsoft Graph tells. */
  @Nullable
  OffsetDateTime createdDateTime();
}
