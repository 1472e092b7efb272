package dev.authmethods.gateway.api.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.api.RawRequest;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is more than the gateway can do is turned away at once, and what was let in is done. */
@Isolated("it counts what happens within seconds")
@GatewayTest("gateway.api.max-requests-in-flight=2")
class AdmissionControlTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";

  private static final int MANY = 200;

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  AdmissionControlTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
    gateway.execute(token, QUERY, Map.of());
    sandbox.call("DELETE", "/requests", "");
  }

  @AfterEach
  void nothingIsLeftBehind() {
    await().until(() -> inFlight() == 0);
  }

  /** Two, that are under way until the upstream has taken its time. */
  private List<CompletableFuture<Reply>> full(int millis) {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": %d}".formatted(millis));
    var two = Stream.generate(() -> CompletableFuture.supplyAsync(() -> gateway.execute(token, QUERY, Map.of())))
      .limit(2)
      .toList();
    await().until(() -> sandbox.requests("POST", "batch") == 2);
    return two;
  }

  private double inFlight() {
    return gateway.bean(MeterRegistry.class).get("gateway.requests.in-flight").gauge().value();
  }

  private double shed() {
    return gateway.bean(MeterRegistry.class).get("gateway.requests.shed").counter().count();
  }

  private Reply more() {
    return gateway.send(gateway.to("/graphql").POST(BodyPublishers.ofString("no JSON")));
  }

  @Test
  void oneTooManyIsTurnedAwayBeforeItsTokenIsLookedAt() {
    var shed = shed();
    var two = full(1_000);
    assertThat(inFlight()).isEqualTo(2);
    var reply = more();
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isEqualTo("1");
    assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("OVERLOADED");
    assertThat(reply.at("/errors/0/extensions/retryAfterSeconds").intValue()).isEqualTo(1);
    assertThat(shed()).isEqualTo(shed + 1);
    two.forEach(answer -> assertThat(answer.join().at("/errors").isMissingNode()).isTrue());
    assertThat(more().status()).isEqualTo(401);
  }

  @Test
  void oneTooManyIsAnsweredBeforeItsBodyHasCome() throws IOException {
    var two = full(1_000);
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.setSoTimeout(900);
      client
        .getOutputStream()
        .write("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{".getBytes(UTF_8));
      assertThat(new String(client.getInputStream().readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 503");
    }
    two.forEach(CompletableFuture::join);
  }

  @Test
  void theConnectionOfOneTooManyCanBeUsedAgain() throws IOException {
    var two = full(1_000);
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      var request = RawRequest.of(gateway, token, QUERY);
      assertThat(statusOf(client, request)).isEqualTo(503);
      two.forEach(CompletableFuture::join);
      await().until(() -> inFlight() == 0);
      assertThat(statusOf(client, request)).isEqualTo(200);
    }
  }

  @Test
  void aClientThatWaitsToSendTheBodyLearnsThatTheConnectionEnds() throws IOException {
    var two = full(1_000);
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      var request = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n";
      client.setSoTimeout(900);
      client.getOutputStream().write(request.getBytes(UTF_8));
      var answer = new String(client.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 503").containsIgnoringCase("connection: close");
    }
    two.forEach(CompletableFuture::join);
  }

  @Test
  void oneTooManyBehindOneThatIsOpenIsAnsweredAfterIt() throws IOException {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": 1000}");
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(RawRequest.of(gateway, token, QUERY));
      await().until(() -> sandbox.requests("POST", "batch") == 1);
      var other = CompletableFuture.supplyAsync(() -> gateway.execute(token, QUERY, Map.of()));
      await().until(() -> sandbox.requests("POST", "batch") == 2);
      assertThat(statusOf(client, RawRequest.of(gateway, token, QUERY))).isEqualTo(200);
      other.join();
    }
  }

  /** Sends a request and reads one answer, whose body ends with its length. */
  private static int statusOf(Socket client, byte[] request) throws IOException {
    client.setSoTimeout(10_000);
    client.getOutputStream().write(request);
    var in = new DataInputStream(client.getInputStream());
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readByte());
    }
    var length = head
      .toString()
      .lines()
      .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"));
    in.readNBytes(Integer.parseInt(length.findFirst().orElseThrow().replaceAll("[^0-9]", "")));
    return Integer.parseInt(head.substring(9, 12));
  }

  @Test
  void aRequestWhoseClientGoesAwayMakesRoom() throws IOException {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"times\": 2, \"delayMs\": 8000}");
    var began = Instant.now();
    for (int count = 1; count <= 2; count++) {
      int asked = count;
      try (var client = new Socket("localhost", gateway.origin().getPort())) {
        client.getOutputStream().write(RawRequest.of(gateway, token, QUERY));
        await().until(() -> sandbox.requests("POST", "batch") == asked);
        client.setSoLinger(true, 0);
      }
    }
    await().until(() -> inFlight() == 0);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(7));
    assertThat(gateway.execute(token, QUERY, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void readinessAndLivenessStayUpWhileManyAreTurnedAway() {
    var shed = shed();
    var two = full(3_000);
    IntStream.range(0, MANY).forEach(_ -> assertThat(more().status()).isEqualTo(503));
    assertThat(shed()).isGreaterThanOrEqualTo(shed + MANY);
    assertThat(probe("readiness")).isEqualTo(200);
    assertThat(probe("liveness")).isEqualTo(200);
    assertThat(inFlight()).isEqualTo(2);
    two.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
  }

  private int probe(String name) {
    return gateway.send(gateway.to("/actuator/health/" + name)).status();
  }
}
