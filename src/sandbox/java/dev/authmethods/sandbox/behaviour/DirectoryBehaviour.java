package dev.authmethods.sandbox.behaviour;

/**
 * The choices for questions that the documentation leaves open about the directory, and the kind of tenant.
 *
 * @param premiumLicense whether the tenant has Microsoft Entra ID P1 or P2
 * @param forCustomers whether it is a tenant for customers (Azure AD B2C), which has no advanced queries
 * @param signInActivityRoles whether people need a role to read {@code signInActivity}, as for the sign-in logs
 * @param signInActivityPage the most users of a page that shows {@code signInActivity}; the documentation says 120 and 500
 * @param emptyPages whether an empty page, which is not the last, stands before each further page
 * @param skipTokenSeconds how long a {@code $skiptoken} can be used; 0 means for ever
 * @param basicProfile the fate of properties that {@code User.ReadBasic.All} does not show
 */
public record DirectoryBehaviour(
  boolean premiumLicense,
  boolean forCustomers,
  boolean signInActivityRoles,
  int signInActivityPage,
  boolean emptyPages,
  long skipTokenSeconds,
  BasicProfile basicProfile
) {
  static final DirectoryBehaviour DEFAULT = new DirectoryBehaviour(
    true,
    false,
    true,
    120,
    false,
    0,
    BasicProfile.WITHHOLD
  );

  /** Graph leaves the properties empty, or refuses a call that selects them. */
  public enum BasicProfile {
    WITHHOLD,
    REFUSE,
  }
}
