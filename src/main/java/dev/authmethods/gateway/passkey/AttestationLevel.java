package dev.authmethods.gateway.passkey;

import org.jspecify.annotations.Nullable;

/** Whether a passkey proved its model. */
enum AttestationLevel {
  ATTESTED,
  NOT_ATTESTED,
  UNKNOWN;

  /** The value that Microsoft Graph writes as this text. */
  static AttestationLevel of(@Nullable String text) {
    return switch (text) {
      case "attested" -> ATTESTED;
      case "notAttested" -> NOT_ATTESTED;
      case null, default -> UNKNOWN;
    };
  }
}
