package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.PhoneMutation;
import dev.authmethods.gateway.fixtures.PhoneWrite;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing is ever answered with status 408: clients and proxies repeat on their own what is answered so, writes too. Source: RFC
 * 9110, section 15.5.9.
 */
@GatewayTest({
  "gateway.api.request-timeout=2s",
  "gateway.entra.call-timeout=1s",
  "gateway.entra.write-time=300ms",
  "gateway.entra.read-back-time=500ms",
  "gateway.entra.breaker.enabled=false",
})
class NoRequestTimeoutStatusTests {

  private final Gateway gateway;
  private final SandboxControl sandbox;
  private final String token;

  NoRequestTimeoutStatusTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.token = sandbox.token("auth-admin");
  }

  @ParameterizedTest
  @EnumSource(PhoneWrite.class)
  void notForAWriteThatMicrosoftAnswersSo(PhoneWrite write) {
    sandbox.fault(write.fault("\"status\": 408"));
    assertThat(write.send(gateway, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(PhoneWrite.class)
  void notForAWriteThatIsNotAnswered(PhoneWrite write) {
    sandbox.fault("{\"times\": 100, \"delayMs\": 4000}");
    assertThat(write.send(gateway, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = { "\"status\": 408", "\"delayMs\": 4000", "\"drop\": true" })
  void notForAReadThatFails(String fault) {
    sandbox.fault("{\"times\": 100, " + fault + "}");
    var reply = gateway.as("auth-admin", "{ user(by: { userPrincipalName: \"kim@contoso.com\" }) { displayName } }");
    assertThat(reply.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = { "\"status\": 408", "\"delayMs\": 4000", "\"drop\": true" })
  void notForALoginThatFails(String fault) {
    sandbox.fault("{\"target\": \"login\", \"times\": 9, " + fault + "}");
    var adding = PhoneMutation.add("kim@contoso.com", "MOBILE", "+1 2065550123");
    assertThat(gateway.as("auth-admin", adding).reply().status()).isEqualTo(200);
  }

  @Test
  void notForARequestThatGivesNoTime() {
    var hasty = gateway
      .to("/graphql")
      .header("Authorization", "Bearer " + token)
      .header("Content-Type", "application/json")
      .header("Request-Timeout", "0.000001")
      .POST(BodyPublishers.ofString("{\"query\": \"{ viewer { objectId } }\"}"));
    assertThat(gateway.send(hasty).status()).isEqualTo(200);
  }

  /** Longer than a request may take: whoever does not finish the head is not answered at all. */
  @Test
  void notForAHeadThatComesSlowly() throws IOException {
    try (var client = beginning("POST /graphql HTTP/1.1\r\nHost: x\r\nAuthor")) {
      assertThatThrownBy(() -> first(client.getInputStream())).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Whoever stops in the middle of the body does not keep a place for ever. */
  @Test
  void notForABodyThatComesSlowly() throws IOException {
    var head =
      "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\nAuthorization: Bearer " +
      token +
      "\r\n\r\n{";
    try (var client = beginning(head)) {
      assertThat(first(client.getInputStream())).isEqualTo("HTTP/1.1 400");
    }
  }

  private Socket beginning(String text) throws IOException {
    var client = new Socket("localhost", gateway.origin().getPort());
    client.setSoTimeout(3_500);
    client.getOutputStream().write(text.getBytes(UTF_8));
    return client;
  }

  private static String first(InputStream in) throws IOException {
    var bytes = new byte[12];
    int read = in.read(bytes);
    return new String(Arrays.copyOf(bytes, Math.max(0, read)), UTF_8);
  }
}
