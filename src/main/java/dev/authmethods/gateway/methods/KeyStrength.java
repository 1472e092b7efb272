package dev.authmethods.gateway.methods;

import org.jspecify.annotations.Nullable;

/** The strengths of keys; unknown too when Microsoft Graph gives none. */
enum KeyStrength {
  NORMAL,
  WEAK,
  UNKNOWN;

  /** The value that Microsoft Graph writes as this text. */
  static KeyStrength of(@Nullable String text) {
    return switch (text) {
      case "normal" -> NORMAL;
      case "weak" -> WEAK;
      case null, default -> UNKNOWN;
    };
  }
}
