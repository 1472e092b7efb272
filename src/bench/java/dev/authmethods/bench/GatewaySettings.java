package dev.authmethods.bench;

import dev.authmethods.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** What leads a gateway to the login of a sandbox, for real tokens, and to the upstream of a benchmark for all else. */
public final class GatewaySettings {

  private GatewaySettings() {}

  /** The arguments to start it with. */
  public static List<String> of(Sandbox login, Upstream upstream, int port) {
    return List.of(
      "--server.address=127.0.0.1",
      "--server.port=" + port,
      "--server.shutdown=immediate",
      "--gateway.connections.shutdown-delay=0s",
      // No peer has an audit trail; src/docs/benchmarks.md says what one costs.
      "--gateway.audit.sink=none",
      // One token and one address stand for all callers.
      "--gateway.connections.max=8192",
      "--gateway.connections.max-per-address=8192",
      "--gateway.api.max-requests-in-flight-per-caller=512",
      "--gateway.entra.tenant-id=" + login.tenantId(),
      "--gateway.entra.client-id=" + login.clientId(),
      "--gateway.entra.credential.client-secret=" + login.clientSecret(),
      "--gateway.entra.authority-host=" + login.authority(),
      "--gateway.entra.trusted-certificates=" + login.trustedCertificate(),
      "--gateway.entra.graph-endpoint=" + upstream.endpoint()
    );
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
