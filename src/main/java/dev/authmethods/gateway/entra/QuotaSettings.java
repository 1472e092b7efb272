package dev.authmethods.gateway.entra;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the tenant's quota the gateway may use. Prefix {@code gateway.entra.quota}. Source:
 * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 *
 * @param profile    The documented limits that the gateway keeps to: {@code none}, {@code identity-and-access}, or
 *                   {@code reports}, which allows authentication methods 5 requests in 10 seconds (lists of more than a few
 *                   users with phones are then refused). None by default, because a budget can only be right for those who know
 *                   their tenant.
 * @param share      The part of these limits that is for the gateway. Above 0, at most 1.
 * @param tenantSize The size of the tenant, which decides the limits: {@code small} (below 50 users), {@code medium},
 *                   {@code large} (above 500).
 */
public record QuotaSettings(
  @DefaultValue("none") Profile profile,
  @DefaultValue("0.8") double share,
  @DefaultValue("small") TenantSize tenantSize
) {
  /**
   * The documented limits, which contradict each other on authentication methods. Source:
   * https://learn.microsoft.com/graph/throttling-limits
   */
  public enum Profile {
    /** No limit in the gateway: it heeds only the reports of Microsoft. */
    NONE,
    /** Every call counts in resource units; writes have another limit in addition. */
    IDENTITY_AND_ACCESS,
    /** In addition, authentication methods are limited like reports: 5 requests in 10 seconds. */
    REPORTS,
  }

  /** The size of a tenant: below 50 users, up to 500, above. */
  public enum TenantSize {
    SMALL(3_500),
    MEDIUM(5_000),
    LARGE(8_000);

    private final int units;

    TenantSize(int units) {
      this.units = units;
    }

    /** Resource units for one application in 10 seconds. */
    public int units() {
      return units;
    }
  }

  /** Whether the share is above 0 and at most 1. */
  public boolean isUsable() {
    return share > 0 && share <= 1;
  }
}
