package dev.authmethods.gateway.methods;

import org.jspecify.annotations.Nullable;

/** The operating systems of platform credentials; unknown too when Microsoft Graph gives none. */
enum MethodPlatform {
  WINDOWS,
  MAC_OS,
  IOS,
  ANDROID,
  LINUX,
  UNKNOWN;

  /** The value that Microsoft Graph writes as this text. */
  static MethodPlatform of(@Nullable String text) {
    return switch (text) {
      case "windows" -> WINDOWS;
      case "macOS" -> MAC_OS;
      case "iOS" -> IOS;
      case "android" -> ANDROID;
      case "linux" -> LINUX;
      case null, default -> UNKNOWN;
    };
  }
}
