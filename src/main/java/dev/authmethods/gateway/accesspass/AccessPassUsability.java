package dev.authmethods.gateway.accesspass;

import org.jspecify.annotations.Nullable;

/** Why a Temporary Access Pass can be used now, or cannot. */
enum AccessPassUsability {
  ENABLED_BY_POLICY,
  DISABLED_BY_POLICY,
  EXPIRED,
  NOT_YET_VALID,
  ONE_TIME_USED,
  UNKNOWN;

  /** The value that Microsoft Graph writes as this text. */
  static AccessPassUsability of(@Nullable String text) {
    return switch (text) {
      case "EnabledByPolicy" -> ENABLED_BY_POLICY;
      case "DisabledByPolicy" -> DISABLED_BY_POLICY;
      case "Expired" -> EXPIRED;
      case "NotYetValid" -> NOT_YET_VALID;
      case "OneTimeUsed" -> ONE_TIME_USED;
      case null, default -> UNKNOWN;
    };
  }
}
