package dev.authmethods.gateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The playground reaches the sandbox's controls at the gateway's own origin; pages of other sites do not. */
@GatewayTest
class SandboxRelayTests {

  private static final int PATIENCE_MILLIS = 20_000;

  /** The whole answer to what a browser sends: Java's own client lets nobody choose Host and Origin. */
  private static String call(Gateway gateway, String request, String host, String header) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.origin().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var lines = String.join("\r\n", request + " HTTP/1.1", "Host: " + host, header, "Connection: close", "", "");
      socket.getOutputStream().write(lines.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  @Test
  void isThereForThePlayground(Gateway gateway) {
    var own = "Origin: " + gateway.origin();

    assertThat(call(gateway, "POST /sandbox/reset", gateway.origin().getAuthority(), own)).startsWith("HTTP/1.1 204");
    assertThat(call(gateway, "POST /sandbox/personas/user/token", gateway.origin().getAuthority(), own))
      .startsWith("HTTP/1.1 200")
      .contains("access_token");
  }

  @Test
  void showsThePageOfSettingsAndTheCertificate(Gateway gateway) {
    assertThat(call(gateway, "GET /sandbox", "localhost", "Accept: */*"))
      .startsWith("HTTP/1.1 200")
      .contains("text/html");
    assertThat(call(gateway, "GET /sandbox/ca.pem", "localhost", "Accept: */*"))
      .contains("application/x-pem-file")
      .contains("BEGIN CERTIFICATE");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, Origin: https://evil.example",
    "localhost, Sec-Fetch-Site: cross-site",
    "localhost, Origin: null",
    "evil.example, Accept: */*",
    "evil.example, Origin: http://evil.example",
  })
  void isNotThereForOthers(String host, String header, Gateway gateway) {
    assertThat(call(gateway, "POST /sandbox/personas/user/token", host, header))
      .startsWith("HTTP/1.1 403")
      .doesNotContain("access_token");
  }
}
