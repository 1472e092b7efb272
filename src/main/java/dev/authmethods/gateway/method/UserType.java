package dev.authmethods.gateway.method;

import org.jspecify.annotations.Nullable;

/** Members and guests. Source: https://learn.microsoft.com/entra/external-id/user-properties */
public enum UserType {
  MEMBER,
  GUEST;

  /** The value that Microsoft Graph writes as this text; null when it writes none, or another. */
  public static @Nullable UserType of(@Nullable String text) {
    return switch (text) {
      case "Member" -> MEMBER;
      case "Guest" -> GUEST;
      case null, default -> null;
    };
  }
}
