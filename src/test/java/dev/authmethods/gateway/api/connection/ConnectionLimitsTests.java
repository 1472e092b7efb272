package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What connections take is bounded whoever makes them: their number, the heads of their requests, and the time of those. */
@GatewayTest({
  "gateway.connections.max=30",
  "gateway.connections.max-per-address=20",
  "gateway.connections.head-timeout=600ms",
  "gateway.connections.max-headers=40",
})
class ConnectionLimitsTests {

  private static final String VIEWER = "{ viewer { objectId } }";

  private final Gateway gateway;
  private final String token;
  private final List<Socket> clients = new ArrayList<>();

  ConnectionLimitsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  @AfterEach
  void close() throws IOException {
    for (var client : clients) {
      client.close();
    }
    await().until(() -> connections() <= 2);
  }

  private double connections() {
    return gateway.bean(MeterRegistry.class).get("gateway.connections").gauge().value();
  }

  private double refused() {
    return gateway.bean(MeterRegistry.class).get("gateway.connections.refused").counter().count();
  }

  private Socket connection(String from, String sent) throws IOException {
    var client = new Socket(
      InetAddress.ofLiteral("127.0.0.1"),
      gateway.origin().getPort(),
      InetAddress.ofLiteral(from),
      0
    );
    client.setSoTimeout(10_000);
    clients.add(client);
    client.getOutputStream().write(sent.getBytes(UTF_8));
    return client;
  }

  private static boolean isClosed(Socket client) {
    try {
      return client.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private static String read(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }

  private void assertOthersAreServed() {
    assertThat(gateway.execute(token, VIEWER, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void oneAddressDoesNotHaveAllConnections() throws IOException {
    for (int count = 0; count < 20; count++) {
      connection("127.0.0.9", "");
    }
    await().until(() -> connections() >= 20);
    assertThat(isClosed(connection("127.0.0.9", ""))).isTrue();
    assertOthersAreServed();
    clients.getFirst().close();
    await().untilAsserted(() -> {
      var answer = connection("127.0.0.9", "GET /actuator/health/liveness HTTP/1.0\r\n\r\n");
      assertThat(answer.getInputStream().read()).isEqualTo('H');
    });
  }

  @Test
  void allAddressesTogetherHaveNoMoreThanThereAre() throws IOException {
    assertOthersAreServed();
    for (int count = 0; count < 40; count++) {
      connection("127.0.0." + (10 + (count % 4)), "");
    }
    await().until(() -> connections() == 30);
    assertOthersAreServed();
    await().until(() -> refused() >= 11);
  }

  /** 3 bytes each, which would take 30 times as much memory. */
  @Test
  void manyHeadersAreRefusedBeforeTheyAreAllThere() throws IOException {
    for (int count = 0; count < 15; count++) {
      var answer = read(connection("127.0.0.9", "GET /graphql HTTP/1.1\r\nHost: x\r\n" + "b:\r\n".repeat(4_000)));
      assertThat(answer).startsWith("HTTP/1.1 431").contains("REQUEST_HEADER_FIELDS_TOO_LARGE");
    }
    assertOthersAreServed();
  }

  @Test
  void manyTrailersAreRefused() throws IOException {
    var head = "POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n";
    var trailers =
      "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n\r\n0\r\n" + "b:\r\n".repeat(3_000);
    assertThat(read(connection("127.0.0.9", head + trailers))).startsWith("HTTP/1.1 431");
  }

  @Test
  void asManyHeadersAsAllowedAreRead() throws IOException {
    var head = "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "b:\r\n".repeat(38) + "\r\n";
    assertThat(read(connection("127.0.0.9", head))).startsWith("HTTP/1.1 401");
  }

  @Test
  void aHeadThatDoesNotEndEndsTheConnection() throws IOException {
    var began = System.nanoTime();
    for (var begun : List.of(
      "G",
      "GET /graphql HTTP/1.1",
      "GET /graphql HTTP/1.1\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nb:"
    )) {
      assertThat(isClosed(connection("127.0.0.9", begun))).isTrue();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
  }

  /** Neither what comes before it nor a byte now and then makes it last longer. */
  @Test
  void aHeadThatDripsEndsTheConnectionToo() throws IOException, InterruptedException {
    var client = connection(
      "127.0.0.9",
      "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nX: "
    );
    readAnswer(client.getInputStream());
    var began = System.nanoTime();
    var closed = false;
    while (!closed && Duration.ofNanos(System.nanoTime() - began).toSeconds() < 5) {
      try {
        client.getOutputStream().write('x');
        Thread.sleep(50);
      } catch (IOException gone) {
        closed = true;
      }
    }
    assertThat(closed).isTrue();
  }

  private static void readAnswer(InputStream in) throws IOException {
    var answer = new StringBuilder();
    while (!answer.toString().endsWith("}")) {
      answer.append((char) in.read());
    }
  }

  @Test
  void aConnectionThatWaitsBetweenRequestsIsKept() throws IOException {
    var client = connection("127.0.0.9", "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n");
    readAnswer(client.getInputStream());
    await()
      .pollDelay(Duration.ofMillis(900))
      .until(() -> true);
    client.getOutputStream().write("GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
    readAnswer(client.getInputStream());
  }

  @Test
  void requestsThatAreSentWithoutWaitingAreNotKeptWithoutEnd() throws IOException {
    var request = "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
    var answers = read(connection("127.0.0.9", request.repeat(500)));
    var count = answers.split("HTTP/1.1 200", -1).length - 1;
    assertThat(count).isBetween(1, 499);
  }
}
