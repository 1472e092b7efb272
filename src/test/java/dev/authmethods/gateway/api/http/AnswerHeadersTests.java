package dev.authmethods.gateway.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.gateway.fixtures.Gateway;
import dev.authmethods.gateway.fixtures.GatewayTest;
import dev.authmethods.gateway.fixtures.Reply;
import dev.authmethods.gateway.fixtures.SandboxControl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells browsers and caches of itself, and that long ones are sent compressed to whoever can read that. */
@GatewayTest
class AnswerHeadersTests {

  private static final String SHORT = "{\"query\": \"{ viewer { objectId } }\"}";
  private static final String LONG =
    "{\"query\": \"{ __schema { types { name description fields { name description } } } }\"}";

  private final Gateway gateway;
  private final String token;

  AnswerHeadersTests(Gateway gateway, SandboxControl sandbox) {
    this.gateway = gateway;
    this.token = sandbox.token("auth-admin");
  }

  private Reply post(String authorization, String body) {
    return gateway.send(
      gateway
        .to("/graphql")
        .header("Content-Type", "application/json")
        .header("Authorization", authorization)
        .POST(BodyPublishers.ofString(body))
    );
  }

  @Test
  void nobodyIsToGuessKeepShowOrEmbedAnAnswer() {
    var answers = Stream.of(post("Bearer " + token, SHORT), post("Bearer " + token, "{"), post("Bearer x", SHORT));
    assertThat(answers).allSatisfy(answer -> {
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    });
  }

  private HttpResponse<byte[]> post(String body, String encodings, String accept) {
    var request = gateway
      .to("/graphql")
      .header("Authorization", "Bearer " + token)
      .header("Content-Type", "application/json")
      .header("Accept", accept)
      .header("Accept-Encoding", encodings)
      .POST(BodyPublishers.ofString(body))
      .build();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoding(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Encoding").orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = { "application/json", "application/graphql-response+json" })
  void aLongAnswerIsCompressedForWhoCanReadThat(String accept) throws IOException {
    var plain = post(LONG, "identity", accept);
    var packed = post(LONG, "gzip, deflate, br", accept);
    assertThat(encoding(plain)).isEmpty();
    assertThat(encoding(packed)).isEqualTo("gzip");
    assertThat(packed.headers().firstValue("Content-Type")).hasValue(accept + "; charset=utf-8");
    assertThat(packed.body().length).isLessThan(plain.body().length / 3);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(unpacked.readAllBytes(), UTF_8)).isEqualTo(new String(plain.body(), UTF_8));
    }
  }

  @Test
  void aShortAnswerIsNot() {
    assertThat(encoding(post(SHORT, "gzip", "application/json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = { "gzip;q=0", "identity", "nonsense" })
  void aClientThatCannotReadItGetsItPlain(String encodings) {
    assertThat(encoding(post(LONG, encodings, "application/json"))).isEmpty();
  }
}
