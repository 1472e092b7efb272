package dev.authmethods.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A client that goes away is no fault, and a write that was sent is made. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class DisconnectTests {

  private static final String ADD =
    "{\"query\": \"mutation { addPhoneMethod(input: {user: {userPrincipalName: \\\"kim@contoso.com\\\"}, " +
    "phoneNumber: \\\"+1 2065550123\\\", phoneType: MOBILE}) { phoneMethod { methodId } } }\"}";

  @Test
  void leavesNoTraceInTheLog(Gateway gateway, SandboxControl sandbox, CapturedOutput log) throws IOException {
    sandbox.fault("{\"match\": {\"method\": \"POST\", \"path\": \"/phoneMethods\"}, \"delayMs\": 500}");
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write(request(gateway, sandbox.token("auth-admin")));
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

  private static byte[] request(Gateway gateway, String token) {
    var lines = List.of(
      "POST /graphql HTTP/1.1",
      "Host: " + gateway.origin().getAuthority(),
      "Authorization: Bearer " + token,
      "Content-Type: application/json",
      "Content-Length: " + ADD.length(),
      "",
      ADD
    );
    return String.join("\r\n", lines).getBytes(UTF_8);
  }
}
