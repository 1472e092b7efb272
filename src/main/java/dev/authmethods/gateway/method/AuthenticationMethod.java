package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A means by which a user can prove who they are. The record of a kind has the name of its type in the schema. */
public interface AuthenticationMethod extends UserResource {
  /** The kind of the method. */
  AuthenticationMethodKind kind();

  /** The uses that Microsoft documents for it, where the tenant's policy allows it. */
  default List<MethodUse> uses() {
    return kind().uses();
  }

  /** The id in Microsoft Graph. For phones, email addresses and passwords it repeats across users. */
  String methodId();

  /** A name that people know it by, such as that of the device; null when it has none. Never a number or an address. */
  default @Nullable String displayName() {
    return null;
  }

  /** When it was registered, if Microsoft Graph tells. */
  @Nullable
  OffsetDateTime createdDateTime();

  @Override
  AuthenticationMethod reachedBy(UserKey key);
}
