package dev.authmethods.bench;

import dev.authmethods.sandbox.Sandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gateways that share a Redis, behind HAProxy, in front of the sandbox.
 *
 * @param disturbed those that are stopped or killed
 */
record Deployment(
  RedisSetup redis,
  List<Instance> instances,
  List<Instance> disturbed,
  LoadBalancer balancer
) implements AutoCloseable {
  private static final String SECRET = "a secret of at least thirty-two characters";

  /** Starts everything but the sandbox; HAProxy has found all gateways when this returns. */
  static Deployment start(Sandbox sandbox, RedisSetup redis, GatewayCommand command, int gateways, int disturbed)
    throws IOException {
    var instances = new ArrayList<Instance>();
    for (var at = 1; at <= gateways; at++) {
      var port = GatewaySettings.freePort();
      var settings = new ArrayList<>(settings(sandbox, port));
      settings.addAll(redis.settings());
      instances.add(Instance.start("gateway-" + at, command, settings, port));
    }
    var balancer = LoadBalancer.start(instances.stream().map(Instance::port).toList());
    var deployment = new Deployment(redis, instances, instances.subList(0, disturbed), balancer);
    deployment.awaitAll();
    return deployment;
  }

  private static List<String> settings(Sandbox sandbox, int port) {
    return List.of(
      "--server.address=127.0.0.1",
      "--server.port=" + port,
      "--gateway.entra.tenant-id=" + sandbox.tenantId(),
      "--gateway.entra.client-id=" + sandbox.clientId(),
      "--gateway.entra.credential.client-secret=" + sandbox.clientSecret(),
      "--gateway.entra.authority-host=" + sandbox.authority(),
      "--gateway.entra.trusted-certificates=" + sandbox.trustedCertificate(),
      "--gateway.entra.graph-endpoint=" + sandbox.graphEndpoint(),
      "--gateway.idempotency.store=redis",
      "--gateway.idempotency.secret=" + SECRET,
      "--gateway.idempotency.when-unavailable=refuse",
      // All clocks are the same here, and the sandbox carries nothing out later than that.
      "--gateway.idempotency.clock-skew=0s",
      "--gateway.idempotency.in-doubt=2s"
    );
  }

  void awaitAll() {
    balancer.awaitGateways(instances.size());
  }

  @Override
  public void close() {
    balancer.close();
    instances.parallelStream().forEach(Instance::close);
    redis.close();
  }
}
