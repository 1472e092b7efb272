package dev.authmethods.gateway.accesspass;

import dev.authmethods.gateway.change.Eligibility;
import dev.authmethods.gateway.error.ExpectedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pass may be created now, and which.
 *
 * @param existing the pass that a new one throws away; null when there is none
 */
record AccessPassEligibility(
  Eligibility.OfMutation mutation,
  AccessPassPolicy policy,
  @Nullable TemporaryAccessPassMethod existing
) {
  public boolean isAllowed() {
    return mutation.isAllowed();
  }

  public List<ExpectedError> blockedBy() {
    return mutation.blockedBy();
  }

  public @Nullable Integer minimumLifetimeInMinutes() {
    return policy.minimumLifetimeInMinutes();
  }

  public @Nullable Integer maximumLifetimeInMinutes() {
    return policy.maximumLifetimeInMinutes();
  }

  public @Nullable Integer defaultLifetimeInMinutes() {
    return policy.defaultLifetimeInMinutes();
  }

  public @Nullable Boolean isMultiUseAllowed() {
    return policy.isMultiUseAllowed();
  }
}
