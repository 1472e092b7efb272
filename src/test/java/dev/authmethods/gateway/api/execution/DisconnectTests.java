package dev.authmethods.gateway.api.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.api.RawRequest;
import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** A client that goes away is no fault, and a write that was sent is made. */
@GatewayTest("gateway.api.limits.mutations=2")
@CapturesLog
class DisconnectTests {

  private static final String READ = "{ user(by: { userPrincipalName: \"kim@contoso.com\" }) { displayName } }";
  private static final String ADD = """
  mutation {
    addPhoneMethod(input: {
      user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550123", phoneType: MOBILE
    }) { phoneMethod { methodId } }
  }
  """;
  private static final String TWO = """
  mutation {
    first: addPhoneMethod(input: {
      user: { userPrincipalName: "kim@contoso.com" }, phoneNumber: "+1 2065550123", phoneType: MOBILE
    }) { phoneMethod { methodId } }
    second: addPhoneMethod(input: {
      user: { userPrincipalName: "adele@contoso.com" }, phoneNumber: "+1 2065550124", phoneType: MOBILE
    }) { phoneMethod { methodId } }
  }
  """;

  @Test
  void leavesNoTraceInTheLog(Gateway gateway, SandboxControl sandbox, CapturedOutput log) throws IOException {
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"delayMs\": 500}");
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(RawRequest.of(gateway, sandbox.token("auth-admin"), ADD));
      await().until(() -> sandbox.requests("POST", "/phoneMethods") == 1);
      // Reset, not closed politely: what a crash of the client looks like.
      client.setSoLinger(true, 0);
    }
    await()
      .during(Duration.ofSeconds(2))
      .atMost(Duration.ofSeconds(10))
      .untilAsserted(() -> assertThat(log.getAll()).doesNotContain(" WARN ", " ERROR ", "Exception"));
    assertThat(gateway.phonesOf("kim@contoso.com")).containsOnlyKeys("MOBILE");
  }

  @Test
  void endsWhatOnlyReads(Gateway gateway, SandboxControl sandbox) throws IOException {
    sandbox.fault("{\"match\": {\"path\": \"batch\"}, \"delayMs\": 9000}");
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(RawRequest.of(gateway, sandbox.token("auth-admin"), READ));
      await().until(() -> sandbox.requests("POST", "batch") == 1);
      assertThat(underWay(gateway)).isEqualTo(1);
      client.setSoLinger(true, 0);
    }
    await()
      .atMost(Duration.ofSeconds(5))
      .until(() -> underWay(gateway) == 0);
  }

  @Test
  void beginsNoWriteThatWasNotSent(Gateway gateway, SandboxControl sandbox) throws IOException {
    sandbox.fault("{\"match\": {\"path\": \"kim\"}, \"delayMs\": 1000}");
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(RawRequest.of(gateway, sandbox.token("auth-admin"), TWO));
      await().until(() -> sandbox.requests("POST", "kim") == 1);
      client.setSoLinger(true, 0);
    }
    await().until(() -> underWay(gateway) == 0);
    assertThat(gateway.phonesOf("kim@contoso.com")).containsOnlyKeys("MOBILE");
    assertThat(sandbox.requests("POST", "adele")).isZero();
  }

  private static int underWay(Gateway gateway) {
    return gateway.bean(RunningExecutions.class).count();
  }
}
