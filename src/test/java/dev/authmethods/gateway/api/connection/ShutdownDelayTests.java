package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.api.RawRequest;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A gateway that is asked to end still answers the next request of each client, and tells it to go elsewhere. */
@GatewayTest
class ShutdownDelayTests {

  private static final int CLIENTS = 20;

  private final SandboxControl sandbox;

  ShutdownDelayTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  private static String answer(Socket client) throws IOException {
    var answer = new StringBuilder();
    while (!answer.toString().endsWith("}}}")) {
      int next = client.getInputStream().read();
      if (next < 0) {
        return answer.toString();
      }
      answer.append((char) next);
    }
    return answer.toString();
  }

  @Test
  void noClientLosesARequest() throws Exception {
    try (var gateway = Gateway.start(sandbox, "gateway.connections.shutdown-delay=1s")) {
      var request = RawRequest.of(gateway, sandbox.token("auth-admin"), "{ viewer { objectId } }");
      var clients = new ArrayList<Socket>();
      for (int count = 0; count < CLIENTS; count++) {
        var client = new Socket("localhost", gateway.origin().getPort());
        client.setSoTimeout(5_000);
        clients.add(client);
        client.getOutputStream().write(request);
        assertThat(answer(client)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
      }
      var ended = new CompletableFuture<Void>();
      var began = System.nanoTime();
      gateway.bean(ShutdownDelay.class).stop(() -> ended.complete(null));
      for (var client : clients) {
        client.getOutputStream().write(request);
        assertThat(answer(client)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
        assertThat(client.getInputStream().read()).isNegative();
        client.close();
      }
      try (var late = new Socket("localhost", gateway.origin().getPort())) {
        late.getOutputStream().write("GET /graphql HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
        assertThat(new String(late.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 401");
      }
      ended.join();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }
}
