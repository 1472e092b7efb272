package dev.authmethods.gateway.change;

/** Whether the user's methods are as a change asks for. */
public enum Match {
  YES,
  /** As far as they are shown: a part is masked. */
  AS_FAR_AS_SHOWN,
  NO,
  /** Microsoft Graph does not show the part that the change is about. */
  HIDDEN;

  /** For methods that are shown in full. */
  public static Match of(boolean isMade) {
    return isMade ? YES : NO;
  }
}
