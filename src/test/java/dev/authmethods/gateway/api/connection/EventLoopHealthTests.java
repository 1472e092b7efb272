package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A thread that serves connections, and does so no more, is noticed: the gateway says that it has to be started again. */
class EventLoopHealthTests {

  /** The answer; empty when it was the turn of a thread that gives none. */
  private static String ask(Gateway gateway, String what) throws IOException {
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.setSoTimeout(5_000);
      var request = "GET /actuator/health/" + what + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      client.getOutputStream().write(request.getBytes(UTF_8));
      return new String(client.getInputStream().readAllBytes(), UTF_8);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }

  /** Each new connection is the next thread's. */
  private static void assertLiveness(Gateway gateway, String status) {
    await()
      .atMost(Duration.ofSeconds(40))
      .untilAsserted(() -> assertThat(ask(gateway, "liveness")).startsWith("HTTP/1.1 " + status));
  }

  @Nested
  @GatewayTest("spring.main.sources=dev.authmethods.gateway.api.connection.OwnEventLoops")
  class OneThatIsStuck {

    @Test
    void isToldUntilItGoesOn(Gateway gateway) throws IOException, InterruptedException {
      assertLiveness(gateway, "200");
      var goOn = new CountDownLatch(1);
      var stuck = gateway
        .bean(OwnEventLoops.class)
        .threads()
        .next()
        .submit(() -> goOn.await(1, TimeUnit.MINUTES));
      assertLiveness(gateway, "503");
      // Another gateway would do no better while this one still answers.
      await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(ask(gateway, "readiness")).startsWith("HTTP/1.1 200"));
      goOn.countDown();
      assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
      assertLiveness(gateway, "200");
    }
  }

  /** With a setting of its own, so that no other test gets this gateway. */
  @Nested
  @GatewayTest({
    "spring.main.sources=dev.authmethods.gateway.api.connection.OwnEventLoops",
    "gateway.api.request-timeout=14s",
  })
  class OneThatHasEnded {

    @Test
    void isTold(Gateway gateway) {
      assertLiveness(gateway, "200");
      var threads = gateway.bean(OwnEventLoops.class).threads();
      var _ = threads.next().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
      assertLiveness(gateway, "503");
    }
  }
}
