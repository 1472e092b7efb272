package dev.authmethods.gateway.api.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmethods.gateway.fixtures.CapturesLog;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.IOException;
import java.net.Socket;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;

/** What is not even HTTP, or more than is read of it, is answered all the same, and ends the connection. */
@GatewayTest
@CapturesLog
class UnreadableRequestsTests {

  /** Beyond 32 KB nobody waits for the end of the line. */
  private static final String TOO_LONG = "GET /graphql?query=" + "x".repeat(33 * 1024);

  private final Gateway gateway;
  private final String token;

  UnreadableRequestsTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private String head(String method) {
    var line = method + " /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ";
    return line + token + "\r\n\r\n";
  }

  private Socket connection() throws IOException {
    var client = new Socket("localhost", gateway.origin().getPort());
    client.setSoTimeout(5_000);
    return client;
  }

  private static String answer(Socket client, String request) throws IOException {
    client.getOutputStream().write(request.getBytes(UTF_8));
    return new String(client.getInputStream().readAllBytes(), UTF_8);
  }

  private void assertAnswered(String request, int status, String code) throws IOException {
    try (var client = connection()) {
      assertThat(answer(client, request))
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("connection: close")
        .containsIgnoringCase("content-type: application/json; charset=utf-8")
        .containsIgnoringCase("cache-control: no-store")
        .contains("\"code\":\"" + code + "\"");
    }
  }

  @Test
  void areAnsweredInJsonAndNotWarnedOf(CapturedOutput log) throws IOException {
    assertAnswered(TOO_LONG, 414, "URI_TOO_LONG");
    assertAnswered("GET /graphql HTTP/1.1\r\nX: " + "x".repeat(17 * 1024), 431, "REQUEST_HEADER_FIELDS_TOO_LARGE");
    assertAnswered("GET\r\n\r\n", 400, "BAD_REQUEST");
    assertThat(log.getAll()).doesNotContain(" WARN ");
  }

  @ParameterizedTest
  @CsvSource({ "16384, 401", "16385, 414", "32768, 414", "32769, 414", "100000, 414" })
  void areLinesOfMoreThan16Kilobytes(int length, int status) throws IOException {
    var begin = "GET /graphql?query=";
    var end = " HTTP/1.1";
    var line = begin + "x".repeat(length - begin.length() - end.length()) + end;
    assertAnswered(
      line + "\r\nHost: x\r\nConnection: close\r\n\r\n",
      status,
      status == 414 ? "URI_TOO_LONG" : "UNAUTHENTICATED"
    );
  }

  @RepeatedTest(20)
  void areAnsweredThatComeAtOnceAfterAnAnswer() throws IOException {
    try (var client = connection()) {
      client.getOutputStream().write(head("HEAD").getBytes(UTF_8));
      var first = new StringBuilder();
      while (!first.toString().endsWith("\r\n\r\n")) {
        first.append((char) client.getInputStream().read());
      }
      assertThat(answer(client, TOO_LONG)).startsWith("HTTP/1.1 414");
    }
  }

  @Test
  void behindOneThatIsOpenEndTheConnectionAfterItsAnswer() throws IOException {
    try (var client = connection()) {
      var answer = answer(client, head("GET") + TOO_LONG);
      assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
    }
  }

  @Nested
  class BodiesThatBreakOff {

    private static final String ADD =
      "{\"query\": \"mutation { addPhoneMethod(input: {user: {userPrincipalName: \\\"kim@contoso.com\\\"}, " +
      "phoneNumber: \\\"+1 2065550123\\\", phoneType: MOBILE}) { phoneMethod { methodId } } }\"}";

    private final SandboxControl sandbox;

    BodiesThatBreakOff(SandboxControl sandbox) {
      this.sandbox = sandbox;
    }

    private String head() {
      var line =
        "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
      return line + "Authorization: Bearer " + token + "\r\n";
    }

    private static String chunk(String content) {
      return Integer.toHexString(content.length()) + "\r\n" + content;
    }

    private String begun() {
      return head() + "\r\n" + chunk(ADD);
    }

    private static Stream<Arguments> ends() {
      return Stream.of(
        arguments("\r\nZZ\r\n", 400, "BAD_REQUEST"),
        arguments("XX0\r\n\r\n", 400, "BAD_REQUEST"),
        arguments("\r\n0\r\nX: " + "x".repeat(20 * 1024) + "\r\n\r\n", 431, "REQUEST_HEADER_FIELDS_TOO_LARGE")
      );
    }

    @ParameterizedTest
    @MethodSource("ends")
    void areRefusedAndNotCarriedOut(String end, int status, String code) throws IOException {
      for (var i = 0; i < 5; i++) {
        assertAnswered(begun() + end, status, code);
      }
      assertThat(gateway.phonesOf("kim@contoso.com")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void areRefusedAfterTheAnswersBeforeThem(String end, int status, String code) throws IOException {
      try (var client = connection()) {
        assertThat(answer(client, UnreadableRequestsTests.this.head("GET") + begun() + end))
          .startsWith("HTTP/1.1 200")
          .contains("HTTP/1.1 " + status)
          .contains("\"code\":\"" + code + "\"");
      }
      assertThat(gateway.phonesOf("kim@contoso.com")).isEmpty();
    }

    @Test
    void areNotCarriedOutWhenTheConnectionEnds() throws IOException {
      try (var client = connection()) {
        client.getOutputStream().write(begun().getBytes(UTF_8));
        client.shutdownOutput();
        assertThat(new String(client.getInputStream().readAllBytes(), UTF_8)).doesNotContain("HTTP/1.1 200");
      }
      assertThat(gateway.phonesOf("kim@contoso.com")).isEmpty();
    }

    @Test
    void mayComeInAsManyPiecesAsTheyHaveBytes() throws IOException {
      var pieces = ADD.chars().mapToObj(character -> chunk(Character.toString(character)) + "\r\n");
      var body = pieces.collect(Collectors.joining("", head() + "Connection: close\r\n\r\n", "0\r\n\r\n"));
      try (var client = connection()) {
        assertThat(answer(client, body)).startsWith("HTTP/1.1 200").contains("methodId");
      }
      assertThat(sandbox.requests("POST", "phoneMethods")).isEqualTo(1);
    }
  }
}
