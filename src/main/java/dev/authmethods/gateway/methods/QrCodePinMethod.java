package dev.authmethods.gateway.methods;

import dev.authmethods.gateway.method.AuthenticationMethod;
import dev.authmethods.gateway.method.AuthenticationMethodKind;
import dev.authmethods.gateway.method.UserKey;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A QR code with a PIN. Source: https://learn.microsoft.com/graph/api/resources/qrcodepinauthenticationmethod */
record QrCodePinMethod(
  UserKey user,
  String methodId,
  @Nullable OffsetDateTime createdDateTime
) implements AuthenticationMethod {
  @Override
  public AuthenticationMethodKind kind() {
    return AuthenticationMethodKind.QR_CODE_PIN;
  }

  @Override
  public QrCodePinMethod reachedBy(UserKey key) {
    return new QrCodePinMethod(key, methodId, createdDateTime);
  }
}
