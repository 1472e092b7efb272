package dev.authmethods.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One caller, however much and however slowly they send, leaves places and memory to the others. */
@GatewayTest({ "gateway.api.max-requests-in-flight=4", "gateway.api.max-requests-in-flight-per-caller=2" })
class CallersBoundsTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";
  private static final String VIEWER = "{ viewer { objectId } }";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String one;
  private final String other;
  private final List<Socket> clients = new ArrayList<>();

  CallersBoundsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.one = sandbox.token("auth-admin");
    this.other = sandbox.token("privileged-auth-admin");
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    for (var client : clients) {
      client.close();
    }
    await().until(() -> inFlight() == 0);
  }

  private double inFlight() {
    return gateway.bean(MeterRegistry.class).get("gateway.requests.in-flight").gauge().value();
  }

  private Socket sends(String token, int length, String sent) throws IOException {
    var client = new Socket("localhost", gateway.origin().getPort());
    client.setSoTimeout(10_000);
    clients.add(client);
    var head =
      "POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
      length;
    client.getOutputStream().write((head + "\r\nAuthorization: Bearer " + token + "\r\n\r\n" + sent).getBytes(UTF_8));
    return client;
  }

  private static String read(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }

  private void assertServed(String token) {
    assertThat(gateway.execute(token, VIEWER, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void oneWithAsManyRequestsAsTheyMayHaveIsTurnedAwayAndNobodyElse() {
    gateway.execute(one, QUERY, Map.of());
    sandbox.call("DELETE", "/requests", "");
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": 1500}");
    var two = Stream.generate(() -> CompletableFuture.supplyAsync(() -> gateway.execute(one, QUERY, Map.of())))
      .limit(2)
      .toList();
    await().until(() -> sandbox.requests("POST", "batch") == 2);
    var third = gateway.execute(one, VIEWER, Map.of());
    assertThat(third.status()).isEqualTo(503);
    assertThat(third.textAt("/errors/0/extensions/code")).isEqualTo("OVERLOADED");
    assertThat(third.at("/errors/0/extensions/retryAfterSeconds").intValue()).isEqualTo(1);
    assertThat(third.header("Retry-After")).isEqualTo("1");
    assertServed(other);
    assertThat(two).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    assertServed(one);
  }

  @Test
  void bodiesThatDoNotComeTakeNoPlace() throws IOException {
    for (int count = 0; count < 30; count++) {
      sends(one, 1_000, "{");
    }
    assertServed(other);
    assertServed(one);
    await().untilAsserted(() -> assertThat(inFlight()).isZero());
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForLong() throws IOException {
    var began = System.nanoTime();
    assertThat(read(sends(one, 100_000, "{")))
      .startsWith("HTTP/1.1 400")
      .containsIgnoringCase("connection: close");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void aBodyThatComesSlowlyButFastEnoughIsRead() throws IOException, InterruptedException {
    var body = "{\"query\": \"{ viewer { objectId } }\"" + " ".repeat(6_000) + "}";
    var client = sends(one, body.length(), "");
    for (int sent = 0; sent < body.length(); sent += 600) {
      client.getOutputStream().write(body.substring(sent, Math.min(body.length(), sent + 600)).getBytes(UTF_8));
      Thread.sleep(350);
    }
    assertThat(read(client)).startsWith("HTTP/1.1 200");
  }

  /** What is sent of each stays in memory until it is whole; the rest of it never comes. */
  @Test
  void bodiesThatStopAtTheirEndLeaveMemoryToOthers() throws IOException {
    var begun = "{\"query\": \"{ viewer { objectId } }\"" + " ".repeat(250_000);
    for (int count = 0; count < 24; count++) {
      sends(one, 255_000, begun);
    }
    var whole = begun + " ".repeat(255_000 - begun.length() - 1) + "}";
    assertThat(read(sends(one, 255_000, whole)))
      .startsWith("HTTP/1.1 503")
      .contains("OVERLOADED");
    var answer = sends(other, 255_000, whole);
    assertThat(read(answer)).startsWith("HTTP/1.1 200");
  }
}
