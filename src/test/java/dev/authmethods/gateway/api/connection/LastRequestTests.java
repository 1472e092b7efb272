package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The request that ends a connection is answered, however close it comes behind another. */
@GatewayTest
class LastRequestTests {

  private final Gateway gateway;
  private final String head;

  LastRequestTests(Gateway gateway, SandboxControl sandbox) {
    var token = sandbox.token("auth-admin");
    this.gateway = gateway;
    this.head = " /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n";
  }

  private Socket connection() throws IOException {
    var client = new Socket("localhost", gateway.origin().getPort());
    client.setSoTimeout(5_000);
    return client;
  }

  private static void send(Socket client, String request) throws IOException {
    client.getOutputStream().write(request.getBytes(UTF_8));
  }

  private static String rest(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }

  @RepeatedTest(20)
  void isAnsweredAtOnceAfterAnAnswer() throws IOException {
    try (var client = connection()) {
      send(client, "HEAD" + head + "\r\n");
      var first = new StringBuilder();
      while (!first.toString().endsWith("\r\n\r\n")) {
        first.append((char) client.getInputStream().read());
      }
      send(client, "GET" + head + "Connection: close\r\n\r\n");
      assertThat(first.toString()).doesNotContainIgnoringCase("connection: close");
      assertThat(rest(client)).startsWith("HTTP/1.1 200 OK\r\n").containsIgnoringCase("connection: close\r\n");
    }
  }

  @Test
  void isAnsweredBehindOneThatIsOpen() throws IOException {
    try (var client = connection()) {
      send(client, "GET" + head + "\r\n" + "GET" + head + "Connection: close\r\n\r\n" + "GET" + head + "\r\n");
      var answers = rest(client).split("(?=HTTP/1.1 200 OK\r\n)");
      assertThat(answers).as("none comes after the last").hasSize(2);
      assertThat(answers[0]).doesNotContainIgnoringCase("connection: close");
      assertThat(answers[1]).containsIgnoringCase("connection: close\r\n").endsWith("}");
    }
  }
}
