package dev.authmethods.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** What goes wrong inside or upstream is told in codes: no text of Microsoft's, nor of an exception, leaves the gateway. */
@GatewayTest
@CapturesLog
class FaultsTests {

  private static final Pattern NUMBER = Pattern.compile("2065550\\d{3}");
  private static final String SECRET = "Backend https://internal.example.com says no to +1 2065550199";

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  FaultsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  private void assertDiscreet(String text) {
    assertThat(NUMBER.matcher(text).results()).as(text).isEmpty();
    assertThat(text).doesNotContain("internal.example.com", token.substring(token.length() - 40));
  }

  @Nested
  @GatewayTest("spring.main.sources=dev.authmethods.gateway.api.BrokenViewer")
  class OfTheGateway {

    private final Gateway broken;

    OfTheGateway(Gateway broken) {
      this.broken = broken;
    }

    @Test
    void haveAnIdThatTheLogKnows(CapturedOutput log) {
      var reply = broken.execute(token, "{ viewer { objectId } }", Map.of());
      var details = reply.at("/errors/0/extensions");
      assertThat(details.path("code").asString("")).as(reply.text()).isEqualTo("INTERNAL_ERROR");
      var id = details.path("correlationId").asString("");
      assertThat(id).isNotEmpty();
      assertThat(reply.text()).doesNotContain("Exception", "dev.authmethods", BrokenViewer.TEXT);
      assertThat(log.getAll())
        .contains("Fault " + id, "IllegalStateException")
        .doesNotContain(BrokenViewer.TEXT);
      assertDiscreet(reply.text());
      assertDiscreet(log.getAll());
    }

    @ParameterizedTest
    @CsvSource({
      "tooDeep, StackOverflowError",
      "noMemory, OutOfMemoryError",
      "noClass, NoClassDefFoundError",
      "noTruth, AssertionError",
    })
    void areAnsweredWhenTheyAreOfTheMachine(String way, String kind, CapturedOutput log) {
      var reply = broken.execute(token, "{ %s: viewer { objectId } }".formatted(way), Map.of());
      assertThat(reply.textAt("/errors/0/extensions/code")).as(reply.text()).startsWith("INTERNAL_");
      assertThat(reply.text()).doesNotContain(kind, "Exception", "dev.authmethods", BrokenViewer.TEXT);
      assertThat(log.getAll()).contains("Fault", kind).doesNotContain(BrokenViewer.TEXT);
      assertDiscreet(reply.text());
      assertDiscreet(log.getAll());
      assertNothingIsLeftBehind();
    }

    /** Places and memory are given back, and the thread serves on. */
    private void assertNothingIsLeftBehind() {
      var inFlight = broken.bean(MeterRegistry.class).get("gateway.requests.in-flight").gauge();
      await().untilAsserted(() -> assertThat(inFlight.value()).isZero());
      assertThat(broken.execute(token, "{ __typename }", Map.of()).textAt("/data/__typename")).isEqualTo("Query");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = { 400, 403, 404, 409, 429, 500, 503 })
  void ofMicrosoftAreToldWithoutTheirTexts(int status, CapturedOutput log) {
    var body = "{\\\"error\\\": {\\\"code\\\": \\\"someCode\\\", \\\"message\\\": \\\"%s\\\"}}".formatted(SECRET);
    var fault = "\"status\": %d, \"times\": 5, \"body\": \"%s\"".formatted(status, body);
    sandbox.fault(PhoneWrite.ADD.fault(fault));
    var reply = PhoneWrite.ADD.send(gateway, token);
    assertThat(reply.typesAt(PhoneWrite.ADD.errors())).as(reply.text()).hasSize(1);
    assertDiscreet(reply.text());
    assertDiscreet(log.getAll());
    assertThat(log.getAll()).doesNotContain("\tat ", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
    strings = {
      "\"status\": 400, \"code\": \"invalid_grant\"",
      "\"status\": 401, \"code\": \"invalid_client\"",
      "\"status\": 400, \"claims\": true",
      "\"status\": 500",
      "\"status\": 429",
      "\"status\": 200, \"body\": \"no token\"",
      "\"drop\": true",
    }
  )
  void ofTheLoginAreToldWithoutTheirTexts(String fault, CapturedOutput log) {
    sandbox.fault("{\"target\": \"login\", \"times\": 4, %s}".formatted(fault));
    var reply = PhoneWrite.ADD.send(gateway, token);
    assertThat(reply.text()).doesNotContain("AADSTS");
    assertThat(log.getAll()).doesNotContain(
      "Trace ID",
      "Correlation ID",
      "\tat ",
      "Caused by",
      sandbox.running().clientSecret()
    );
    assertDiscreet(reply.text());
    assertDiscreet(log.getAll());
  }

  @Test
  void areNoneWhenAllGoesWellAndTheLogSaysNothing(CapturedOutput log) {
    for (var write : PhoneWrite.values()) {
      sandbox.reset();
      assertThat(write.send(gateway, token).listAt(write.errors())).isEmpty();
    }
    assertThat(log.getAll()).doesNotContain("2065550", "contoso.com", " WARN ", " ERROR ");
  }
}
