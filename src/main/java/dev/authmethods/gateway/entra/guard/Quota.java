package dev.authmethods.gateway.entra.guard;

import dev.authmethods.gateway.entra.EntraFailure;
import dev.authmethods.gateway.entra.QuotaSettings;
import dev.authmethods.gateway.entra.Service;
import java.time.Duration;

/**
 * Keeps the gateway to its share of the tenant's quota, and slows it down while Microsoft reports that the tenant is
 * near its limits. Source: https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 */
public final class Quota {

  private static final Duration WINDOW = Duration.ofSeconds(10);
  private static final int REPORTS = 5;
  private static final Duration WRITE_WINDOW = Duration.ofSeconds(150);
  private static final int WRITES = 3_000;

  private final QuotaSettings.Profile profile;
  private final ThrottlePressure pressure;
  private final RateLimit units;
  private final RateLimit reports;
  private final RateLimit writes;

  public Quota(QuotaSettings settings, ThrottlePressure pressure) {
    this.profile = settings.profile();
    this.pressure = pressure;
    this.units = new RateLimit(settings.tenantSize().units() * settings.share(), WINDOW, System::nanoTime);
    this.reports = new RateLimit(REPORTS * settings.share(), WINDOW, System::nanoTime);
    this.writes = new RateLimit(WRITES * settings.share(), WRITE_WINDOW, System::nanoTime);
  }

  /** Waits until a call may be sent; {@link EntraFailure.Throttled} at once when that would take longer than it can wait. */
  public void await(CallCost cost, Duration patience) {
    Pause.of(profile == QuotaSettings.Profile.NONE ? hold(cost, patience) : take(cost, patience));
  }

  /** Without a budget a write is never refused, and never late: somebody waits for it who has decided. */
  private Duration hold(CallCost cost, Duration patience) {
    var hold = cost.isWrite() ? Duration.ZERO : pressure.hold();
    if (!hold.isZero() && hold.compareTo(patience) >= 0) {
      throw EntraFailure.Throttled.beforeSending(hold);
    }
    return hold;
  }

  /** The scarcest first, so that a refusal costs nothing of the others. */
  private Duration take(CallCost cost, Duration patience) {
    double rate = pressure.rate();
    var wait = Duration.ZERO;
    if (profile == QuotaSettings.Profile.REPORTS && cost.service() == Service.AUTHENTICATION_METHODS) {
      wait = reports.take(cost.items(), rate, patience);
    }
    if (cost.isWrite()) {
      wait = longer(wait, writes.take(1, rate, patience));
    }
    return longer(wait, units.take(cost.units(), rate, patience));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
