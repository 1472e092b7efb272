package dev.authmethods.gateway.entra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmethods.gateway.entra.Json;
import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.SandboxControl;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of Microsoft that are too large, have no end, or are small only until they are inflated fail alone. */
@GatewayTest
class LargeAnswersTests {

  private static final String QUERY = "{ user(by: { userPrincipalName: \"megan@contoso.com\" }) { displayName } }";
  private static final byte[] BLANKS = " ".repeat(64 * 1024).getBytes(UTF_8);

  private final SandboxControl sandbox;

  LargeAnswersTests(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  /** A host that answers whatever it is asked in one way. */
  private static final class Host implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Host(String headers, Body body) throws IOException {
      threads.execute(() -> accept(headers, body));
    }

    private void accept(String headers, Body body) {
      try {
        while (true) {
          var client = server.accept();
          threads.execute(() -> answer(client, headers, body));
        }
      } catch (IOException closed) {
        // The test has ended.
      }
    }

    private static void answer(Socket client, String headers, Body body) {
      try (client) {
        var _ = client.getInputStream().read(new byte[64 * 1024]);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n";
        client.getOutputStream().write(head.getBytes(UTF_8));
        body.writeTo(client.getOutputStream());
      } catch (IOException gone) {
        // The gateway has heard enough.
      }
    }

    private String origin() {
      return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
      threads.shutdownNow();
    }
  }

  private interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** No more than 64 MB. */
  private static void blanks(OutputStream out) throws IOException {
    for (int piece = 0; piece < 1_000; piece++) {
      out.write(BLANKS);
    }
  }

  private static void packed(OutputStream out) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      blanks(packing);
    }
    out.write(bytes.toByteArray());
  }

  private void assertUnavailable(String setting, Host host) {
    try (
      var gateway = Gateway.start(sandbox, setting + "=" + host.origin() + (setting.contains("graph") ? "/v1.0" : ""))
    ) {
      var reply = gateway.execute(sandbox.token("auth-admin"), QUERY, Map.of());
      assertThat(reply.textAt("/errors/0/extensions/code")).isEqualTo("UPSTREAM_UNAVAILABLE");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = { true, false })
  void ofMicrosoftGraph(boolean packed) throws IOException {
    var headers = packed ? "Content-Encoding: gzip\r\nConnection: close\r\n" : "Connection: close\r\n";
    try (var host = new Host(headers, packed ? LargeAnswersTests::packed : LargeAnswersTests::blanks)) {
      assertUnavailable("gateway.entra.graph-endpoint", host);
    }
  }

  @Test
  void withMoreItemsThanAPageHasAreNotRead() {
    var items = IntStream.range(0, 1_001)
      .mapToObj(_ -> "{}")
      .toList();
    var json = items.toString().getBytes(UTF_8);
    assertThatThrownBy(() ->
      Json.read(json, in ->
        Json.items(in, item -> {
          item.skipChildren();
          return "";
        })
      )
    ).isInstanceOf(Json.NotUnderstood.class);
  }

  @Test
  void togetherTakeNoMoreThanThereIsAndGiveItBack() {
    var memory = new ResponseMemory();
    var megabyte = Unpooled.wrappedBuffer(new byte[1024 * 1024]);
    var answers = IntStream.range(0, 2)
      .mapToObj(_ -> memory.open())
      .toList();
    answers.forEach(answer -> answer.add(megabyte));
    var late = memory.open();
    assertThatThrownBy(() -> late.add(megabyte)).isInstanceOf(ResponseMemory.TooLarge.class);
    var usual = memory.open();
    usual.add(Unpooled.wrappedBuffer(new byte[ResponseMemory.FREE_BYTES]));
    assertThat(usual.bytes().remaining()).isEqualTo(ResponseMemory.FREE_BYTES);
    answers.forEach(ResponseMemory.Answer::close);
    assertThat(memory.taken()).isZero();
    late.add(megabyte);
    late.add(megabyte);
    assertThatThrownBy(() -> late.add(Unpooled.wrappedBuffer(new byte[1]))).isInstanceOf(ResponseMemory.TooLarge.class);
  }
}
