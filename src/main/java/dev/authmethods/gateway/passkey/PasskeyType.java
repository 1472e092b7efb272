package dev.authmethods.gateway.passkey;

import org.jspecify.annotations.Nullable;

/** The types of passkeys. */
enum PasskeyType {
  DEVICE_BOUND,
  SYNCED,
  UNKNOWN;

  /** The value that Microsoft Graph writes as this text. */
  static PasskeyType of(@Nullable String text) {
    return switch (text) {
      case "deviceBound" -> DEVICE_BOUND;
      case "synced" -> SYNCED;
      case null, default -> UNKNOWN;
    };
  }
}
