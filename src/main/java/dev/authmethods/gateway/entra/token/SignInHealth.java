package dev.authmethods.gateway.entra.token;

import dev.authmethods.gateway.access.HostFailureReporter;
import dev.authmethods.gateway.access.HostFailureReporter.Host;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the gateway's own sign-in worked when it was last tried, and whether the tenant's signing keys could be fetched. It asks
 * for nothing itself. Degraded is not down: the gateway goes on to answer, and no probe takes it out of service for what all
 * replicas have in common.
 */
@Component("signIn")
class SignInHealth implements HealthIndicator {

  static final Status DEGRADED = new Status("DEGRADED");

  private final SignInMonitor signIn;
  private final HostFailureReporter hosts;

  SignInHealth(SignInMonitor signIn, HostFailureReporter hosts) {
    this.signIn = signIn;
    this.hosts = hosts;
  }

  @Override
  public Health health() {
    var health = Health.up();
    describe(health);
    describe(health, Host.LOGIN, "login");
    describe(health, Host.SIGNING_KEYS, "signingKeys");
    return health.build();
  }

  private void describe(Health.Builder health) {
    var problem = signIn.problem();
    if (problem != null) {
      health.status(DEGRADED).withDetail("error", problem.aadsts() == 0 ? problem.code() : "AADSTS" + problem.aadsts());
      health.withDetail("hint", problem.hint());
    }
  }

  private void describe(Health.Builder health, Host host, String name) {
    var fault = hosts.failing(host);
    if (fault != null) {
      health.status(DEGRADED).withDetail(name, fault.text());
    }
  }
}
