package dev.authmethods.gateway.method;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phone that a user can verify with.
 *
 * @param user        the user, by the key that the phone was reached with
 * @param phoneNumber as Microsoft Graph returns it: masked for callers who may not see it whole
 * @param phoneType   null for a type that Microsoft added later
 */
public record PhoneMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime,
  @Nullable String phoneNumber,
  @Nullable PhoneType phoneType,
  @Nullable SmsSignInState smsSignInState
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.PHONE;
  }

  /** Users sign in with their mobile phone only. Source: https://learn.microsoft.com/graph/api/resources/phoneauthenticationmethod */
  @Override
  public List<MethodUse> uses() {
    return phoneType == PhoneType.MOBILE
      ? kind().uses()
      : kind()
          .uses()
          .stream()
          .filter(use -> use != MethodUse.SIGN_IN)
          .toList();
  }

  @Override
  public PhoneMethod reachedBy(UserKey key) {
    return new PhoneMethod(key, methodId, createdDateTime, phoneNumber, phoneType, smsSignInState);
  }

  /** The same phone, its number written in another way. */
  public PhoneMethod withNumber(String number) {
    return new PhoneMethod(user, methodId, createdDateTime, number, phoneType, smsSignInState);
  }

  /** Without the number: it must not reach a log. */
  @Override
  public String toString() {
    return "PhoneMethod[" + phoneType + "]";
  }
}
