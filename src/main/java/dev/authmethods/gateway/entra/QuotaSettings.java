package dev.authmethods.gateway.entra;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the tenant's quota the gateway may use. Prefix {@code gateway.entra.quota}. Source: Microsoft Graph, throttling
 * limits, identity and access.
 *
 * @param profile    which documented limits are kept; none by default, because a fixed budget can only be right for those who
 *                   know their tenant: how large it is, which other applications share its limits, and which of the two
 *                   limits binds its authentication methods
 * @param share      the part of the limits that is the gateway's, above 0 and at most 1
 * @param tenantSize by which the limits are measured
 */
public record QuotaSettings(
  @DefaultValue("none") Profile profile,
  @DefaultValue("0.8") double share,
  @DefaultValue("small") TenantSize tenantSize
) {
  /** The documented limits, which contradict each other on authentication methods. */
  public enum Profile {
    /** No limit of our own: only what Microsoft reports is heeded. */
    NONE,
    /** Everything counts in resource units, and writes besides. */
    IDENTITY_AND_ACCESS,
    /** Besides, authentication methods are limited like reports: 5 requests in 10 seconds. */
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

  public boolean isUsable() {
    return share > 0 && share <= 1;
  }
}
