package dev.authmethods.sandbox.behaviour;

import dev.authmethods.sandbox.directory.DirectoryGroup;
import dev.authmethods.sandbox.directory.DirectoryUser;
import java.util.List;

/**
 * The tenant's policy for temporary access passes
 * (<a href="https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration">temporaryAccessPassAuthenticationMethodConfiguration</a>).
 *
 * @param isEnabled whether any user may have a pass
 * @param defaultLength how many characters a new pass has
 * @param isUsableOnce whether passes can be used only once
 * @param excludedGroups the ids of the groups whose members may not have a pass
 */
public record AccessPassPolicy(
  boolean isEnabled,
  int minimumLifetimeInMinutes,
  int maximumLifetimeInMinutes,
  int defaultLifetimeInMinutes,
  int defaultLength,
  boolean isUsableOnce,
  List<String> excludedGroups
) {
  /** The policy of the documentation's sample, which leaves out Contoso Marketing. */
  static final AccessPassPolicy DEFAULT = new AccessPassPolicy(
    true,
    60,
    480,
    60,
    8,
    false,
    List.of("20000000-0000-4000-8000-000000000002")
  );

  public AccessPassPolicy {
    excludedGroups = List.copyOf(excludedGroups);
  }

  /** Whether a user may have a pass. */
  public boolean appliesTo(DirectoryUser user) {
    return isEnabled && user.standing().memberOf().stream().map(DirectoryGroup::id).noneMatch(excludedGroups::contains);
  }

  /** Whether a pass may live that long. */
  public boolean allowsLifetime(int minutes) {
    return minutes >= minimumLifetimeInMinutes && minutes <= maximumLifetimeInMinutes;
  }
}
