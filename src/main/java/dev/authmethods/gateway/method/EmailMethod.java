package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An email address that a user can reset a forgotten password with. A user has at most one. Source:
 * https://learn.microsoft.com/graph/api/resources/emailauthenticationmethod
 *
 * @param user         the user, by the key that the method was reached with
 * @param emailAddress as Microsoft Graph returns it; null when it does not
 */
public record EmailMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String emailAddress
) implements AuthenticationMethod {
  /** The id that Microsoft Graph gives to every email address of every user. */
  public static final String METHOD_ID = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.EMAIL;
  }

  @Override
  public EmailMethod reachedBy(UserKey key) {
    return new EmailMethod(key, methodId, createdDateTime, emailAddress);
  }

  /** The same method, its address written in another way. */
  public EmailMethod withAddress(String address) {
    return new EmailMethod(user, methodId, createdDateTime, address);
  }

  /** Without the address: it must not reach a log. */
  @Override
  public String toString() {
    return "EmailMethod";
  }
}
