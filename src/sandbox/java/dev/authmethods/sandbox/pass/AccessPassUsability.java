package dev.authmethods.sandbox.pass;

/** Why a pass can or cannot be used (Microsoft Graph: temporaryAccessPassAuthenticationMethod, methodUsabilityReason). */
public enum AccessPassUsability {
  ENABLED_BY_POLICY("EnabledByPolicy"),
  DISABLED_BY_POLICY("DisabledByPolicy"),
  EXPIRED("Expired"),
  NOT_YET_VALID("NotYetValid"),
  ONE_TIME_USED("OneTimeUsed");

  private final String wireName;

  AccessPassUsability(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  boolean isUsable() {
    return this == ENABLED_BY_POLICY;
  }
}
