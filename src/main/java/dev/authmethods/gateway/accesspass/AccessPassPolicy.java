package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.refusal.PolicyRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The part of the tenant's policy that is about Temporary Access Passes. Null stands for what Microsoft Graph does not tell. Source:
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 *
 * @param isEnabled       whether any user may have a pass
 * @param includesAll     whether it is for all users who are not excluded
 * @param excludesSome    whether there are users who may not have a pass
 * @param isUsableOnce    whether passes can be used only once
 */
record AccessPassPolicy(
  boolean isEnabled,
  boolean includesAll,
  boolean excludesSome,
  @Nullable Integer minimumLifetimeInMinutes,
  @Nullable Integer maximumLifetimeInMinutes,
  @Nullable Integer defaultLifetimeInMinutes,
  @Nullable Boolean isUsableOnce
) {
  /** A policy that the gateway may not read: nothing is known of it, and no rule of it is broken for sure. */
  static final AccessPassPolicy UNREADABLE = new AccessPassPolicy(true, false, true, null, null, null, null);

  /** A policy that lets nobody have a pass. */
  static final AccessPassPolicy SWITCHED_OFF = new AccessPassPolicy(false, false, false, null, null, null, null);

  boolean allowsLifetime(int minutes) {
    return (
      (minimumLifetimeInMinutes == null || minutes >= minimumLifetimeInMinutes) &&
      (maximumLifetimeInMinutes == null || minutes <= maximumLifetimeInMinutes)
    );
  }

  /** Whether passes can be used more than once; null when that is not known. */
  @Nullable
  Boolean isMultiUseAllowed() {
    return isUsableOnce == null ? null : !isUsableOnce;
  }

  /** The part of the policy that forbids a pass to a user to whom it does not apply, as far as that follows from the policy alone. */
  PolicyRefusal refusal() {
    if (!isEnabled) {
      return PolicyRefusal.SWITCHED_OFF;
    }
    if (includesAll) {
      return PolicyRefusal.EXCLUDED;
    }
    return excludesSome ? PolicyRefusal.UNKNOWN : PolicyRefusal.NOT_INCLUDED;
  }
}
