package dev.authmethods.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmethods.sandbox.fixtures.Answer;
import dev.authmethods.sandbox.fixtures.LocalEntra;
import dev.authmethods.sandbox.fixtures.Phones;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies come compressed from SDKs that are built on kiota. */
class CompressedBodiesTests {

  @RegisterExtension
  static final LocalEntra entra = new LocalEntra();

  static final String ADMIN = "privileged-auth-admin";
  static final String JSON = "application/json";

  private static Answer post(String address, byte[] body, String encoding, Map<String, String> headers) {
    var all = new TreeMap<>(headers);
    all.put("Content-Encoding", encoding);
    return entra.send("POST", URI.create(address), body, all);
  }

  private static Answer graph(String path, byte[] body, String encoding) {
    var headers = Map.of("Authorization", "Bearer " + entra.graphToken(ADMIN), "Content-Type", JSON);
    return post(entra.sandbox().graphEndpoint() + path, body, encoding, headers);
  }

  private static byte[] compressed(String text, String encoding) {
    var bytes = new ByteArrayOutputStream();
    try (var out = compressing(bytes, encoding)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return bytes.toByteArray();
  }

  private static OutputStream compressing(OutputStream out, String encoding) throws IOException {
    return encoding.equals("deflate") ? new DeflaterOutputStream(out) : new GZIPOutputStream(out);
  }

  @ParameterizedTest
  @ValueSource(strings = { "gzip", "deflate", "GZIP", "x-gzip" })
  void addAPhone(String encoding) {
    var body = compressed(Phones.phone("mobile", "+1 2065550199"), encoding);

    assertThat(graph(Phones.of("kim"), body, encoding).status()).isEqualTo(201);
    assertThat(entra.phones("kim")).containsExactly("mobile +1 2065550199");
  }

  @Test
  void areEmptyWhenThereIsNothingToCompress() {
    var action = Phones.of("miriam") + Phones.MOBILE + "/disableSmsSignIn";

    assertThat(graph(action, new byte[0], "gzip").status()).isEqualTo(204);
  }

  @Test
  void holdABatch() {
    var batch = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/me\"}]}";

    assertThat(graph("/$batch", compressed(batch, "gzip"), "gzip").json().at("/responses/0/status").asInt()).isEqualTo(
      200
    );
  }

  @Test
  void askForAToken() {
    var sandbox = entra.sandbox();
    var client = "client_id=" + sandbox.developerClientId() + "&client_secret=" + sandbox.developerClientSecret();
    var body = "grant_type=client_credentials&scope=.default&" + client;
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");

    var address = sandbox.authority() + "/" + sandbox.tenantId() + "/oauth2/v2.0/token";

    assertThat(post(address, compressed(body, "gzip"), "gzip", headers).status()).isEqualTo(200);
  }

  @Test
  void steerTheSandbox() {
    var fault = compressed("{\"status\":503}", "gzip");

    assertThat(post(entra.sandbox().control() + "/faults", fault, "gzip", Map.of()).status()).isEqualTo(204);
    assertThat(entra.get(ADMIN, "/me").status()).isEqualTo(503);
  }

  @Test
  void areRefusedWhenTheyAreNotWhatTheySay() {
    var plain = Phones.phone("mobile", "+1 2065550199").getBytes(UTF_8);

    assertThat(graph(Phones.of("kim"), plain, "gzip").status()).isEqualTo(400);
    assertThat(graph(Phones.of("kim"), plain, "br").status()).isEqualTo(415);
    assertThat(graph(Phones.of("kim"), plain, "identity").status()).isEqualTo(201);
  }

  @Test
  void areRefusedWhenTheyGrowTooLarge() {
    var bomb = compressed(" ".repeat(RequestBody.LIMIT + 1), "gzip");

    assertThat(graph(Phones.of("kim"), bomb, "gzip").status()).isEqualTo(413);
  }
}
