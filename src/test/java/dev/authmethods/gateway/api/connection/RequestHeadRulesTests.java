package dev.authmethods.gateway.api.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that could mean one thing to a proxy and another to the gateway is refused, and the connection ends. */
@GatewayTest
class RequestHeadRulesTests {

  private static final String QUERY = "/graphql?query=%7B__typename%7D";
  private static final String BODY = "{\"query\":\"{__typename}\"}";
  private static final String JSON = "Content-Type: application/json\r\n";

  private final Gateway gateway;
  private final String token;

  RequestHeadRulesTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = "Authorization: Bearer " + sandbox.token("auth-admin") + "\r\n";
  }

  private String answer(String request) throws IOException {
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.setSoTimeout(5_000);
      client.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static Arguments get(int status, String line, String headers) {
    return arguments(status, line, headers, "");
  }

  private static Arguments post(int status, String headers) {
    return arguments(status, "POST /graphql HTTP/1.1", "Host: x\r\n" + JSON + headers, BODY);
  }

  private static Stream<Arguments> refused() {
    var line = "GET " + QUERY + " HTTP/1.1";
    var length = "Content-Length: " + BODY.length() + "\r\n";
    return Stream.of(
      get(400, line, ""),
      get(400, line, "Host: x\r\nHost: x\r\n"),
      get(400, line, "Host: x\r\nHost: y\r\n"),
      get(400, line, "Host: x, y\r\n"),
      get(400, line, "Host: x y\r\n"),
      get(400, line, "Host: user@x\r\n"),
      get(400, line, "Host: x/graphql\r\n"),
      get(400, line, "Host : x\r\n"),
      get(400, line, "Host: x\r\nX\u0001: y\r\n"),
      get(400, line, "Host: x\r\nX: y\u0001\r\n"),
      get(400, line, "Host: x\r\nX: y\u0000\r\n"),
      get(400, line, "Host: x\r\nno colon\r\n"),
      get(400, "GET /graphql\u0001 HTTP/1.1", "Host: x\r\n"),
      get(400, "GET /graphql\u007f HTTP/1.1", "Host: x\r\n"),
      get(400, "GET " + QUERY + " FOO/1.1", "Host: x\r\n"),
      get(400, "GET " + QUERY + " HTTP/one", "Host: x\r\n"),
      get(505, "GET " + QUERY + " HTTP/0.9", "Host: x\r\n"),
      get(505, "GET " + QUERY + " HTTP/1.2", "Host: x\r\n"),
      get(505, "GET " + QUERY + " HTTP/2.0", "Host: x\r\n"),
      get(505, "GET " + QUERY + " HTTP/9.9", "Host: x\r\n"),
      get(501, line, "Host: x\r\nTE: gzip, chunked\r\n"),
      post(501, "Transfer-Encoding: gzip, chunked\r\n"),
      post(501, "Transfer-Encoding: identity, chunked\r\n"),
      post(501, "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
      post(400, "Transfer-Encoding: chunked, gzip\r\n"),
      post(400, "Transfer-Encoding: chunked, chunked\r\n"),
      post(400, "Transfer-Encoding: gzip\r\n"),
      post(400, "Transfer-Encoding: chunked\r\n" + length),
      post(400, length + length),
      post(400, length + "Content-Length: 1\r\n"),
      post(400, "Content-Length: +5\r\n"),
      post(400, "Content-Length: 5,5\r\n"),
      post(400, "Content-Length: -1\r\n"),
      post(415, length + "Content-Encoding: gzip\r\n"),
      post(415, length + "Content-Encoding: br\r\n"),
      post(415, length + "Content-Encoding: identity, deflate\r\n"),
      post(417, length + "Expect: banana\r\n"),
      post(417, length + "Expect: 100-continue, banana\r\n")
    );
  }

  @ParameterizedTest
  @MethodSource("refused")
  void areRefused(int status, String line, String headers, String body) throws IOException {
    assertThat(answer(line + "\r\n" + headers + token + "\r\n" + body))
      .startsWith("HTTP/1.1 " + status)
      .containsIgnoringCase("connection: close")
      .contains("\"errors\"")
      .doesNotContain("__typename", "Exception");
  }

  /** Nothing else of what comes on the connection is carried out. */
  @ParameterizedTest
  @MethodSource("refused")
  void behindOneThatIsRightEndTheConnectionAfterItsAnswer(int status, String line, String headers, String body)
    throws IOException {
    var right = "GET " + QUERY + " HTTP/1.1\r\nHost: x\r\n" + token + "\r\n";
    var answer = answer(right + line + "\r\n" + headers + token + "\r\n" + body + right);
    assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
    assertThat(answer.split("__typename", -1)).hasSize(2);
  }

  private static Stream<Arguments> right() {
    return Stream.of(
      arguments("GET " + QUERY + " HTTP/1.0", ""),
      arguments("GET " + QUERY + " HTTP/1.1", "Host: x:8080\r\n"),
      arguments("GET " + QUERY + " HTTP/1.1", "Host: [::1]:8080\r\n"),
      arguments("GET " + QUERY + " HTTP/1.1", "Host:\r\n"),
      arguments("GET " + QUERY + " HTTP/1.1", "Host: x\r\nTE: trailers, deflate;q=0.5\r\n"),
      arguments("GET " + QUERY + " HTTP/1.1", "Host: x\r\nContent-Encoding: identity\r\n"),
      arguments("GET " + QUERY + " HTTP/1.1", "Host: x\r\nX: a\r\n b\r\n"),
      arguments("GET http://x" + QUERY + " HTTP/1.1", "Host: x\r\n"),
      arguments("GET " + QUERY + " HTTP/1.0", "Expect: banana\r\n")
    );
  }

  @ParameterizedTest
  @MethodSource("right")
  void ofAnyOtherAreAnswered(String line, String headers) throws IOException {
    assertThat(answer(line + "\r\n" + headers + "Connection: close\r\n" + token + "\r\n"))
      .containsPattern("^HTTP/1.[01] 200")
      .contains("__typename");
  }

  @Test
  void theAnswerToAnUnknownEncodingNamesTheAcceptedOne() throws IOException {
    assertThat(answer("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\n\r\n")).containsIgnoringCase(
      "accept-encoding: identity"
    );
  }

  /** What is sent after an answer is read for a while, so that the answer is not lost, and then no more. */
  @ParameterizedTest
  @ValueSource(strings = { "", "x" })
  void theRestOfARequestIsNotReadWithoutEnd(String good) throws IOException {
    var head = "POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + JSON;
    var piece = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
    try (var client = new Socket("localhost", gateway.origin().getPort())) {
      client.getOutputStream().write((head + (good.isEmpty() ? "" : token) + "\r\n").getBytes(ISO_8859_1));
      assertThat(sentUntilClosed(client, piece)).isLessThan(200);
    }
  }

  /** How many pieces can be sent; no more than 400. */
  private static int sentUntilClosed(Socket client, byte[] piece) {
    for (int sent = 0; sent < 400; sent++) {
      try {
        client.getOutputStream().write(piece);
      } catch (IOException closed) {
        return sent;
      }
    }
    return 400;
  }
}
